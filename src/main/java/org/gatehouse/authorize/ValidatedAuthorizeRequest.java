package org.gatehouse.authorize;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.grant.CodeChallenge;

/**
 * An authorization request that passed every check.
 *
 * @param request as it was sent
 * @param client who asks
 * @param target where to answer
 * @param scopes what is asked for
 * @param resources what the scopes stand for
 * @param codeChallenge what the code will be bound to
 * @param prompts what the client wants of the pages
 * @param maxAge the oldest sign-in the client accepts
 * @param hintedSubject the user the client means
 */
public record ValidatedAuthorizeRequest(
    AuthorizeRequest request,
    Client client,
    ResponseTarget target,
    Set<String> scopes,
    Resources resources,
    Optional<CodeChallenge> codeChallenge,
    Set<Prompt> prompts,
    Optional<Duration> maxAge,
    Optional<String> hintedSubject) {
  public ValidatedAuthorizeRequest {
    scopes = Set.copyOf(scopes);
    prompts = Set.copyOf(prompts);
  }

  /** A refusal that the client is told. */
  public AuthorizeException refused(Refusal refusal) {
    return new AuthorizeException(refusal, target);
  }

  boolean wants(Prompt prompt) {
    return prompts.contains(prompt);
  }
}
