package org.gatehouse.authorize;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.client.ScopeRules;
import org.gatehouse.config.LimitConfig;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.token.IdTokenHints;
import org.gatehouse.token.SigningAlgorithms;

/**
 * Judges authorization requests in two phases. Until the client and its redirect URI are known to
 * be good, a refusal is shown to the user; after that it goes to the client (RFC 6749 §4.1.2.1).
 */
@ApplicationScoped
public class AuthorizeRequestValidator {
  private final RegisteredClients clients;
  private final ScopeRules scopeRules;
  private final IdTokenHints hints;
  private final LimitConfig limits;
  private final SigningAlgorithms algorithms;
  private final List<AuthorizeCheck> checks;

  @Inject
  public AuthorizeRequestValidator(
      RegisteredClients clients,
      ScopeRules scopeRules,
      SigningAlgorithms algorithms,
      IdTokenHints hints,
      LimitConfig limits) {
    this.clients = clients;
    this.scopeRules = scopeRules;
    this.hints = hints;
    this.limits = limits;
    this.algorithms = algorithms;
    this.checks = checks();
  }

  @SuppressWarnings("NullAway")
  AuthorizeRequestValidator() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** What is checked, in this order. */
  private List<AuthorizeCheck> checks() {
    return List.of(
        new RepetitionCheck(),
        new LengthCheck(limits),
        new ResponseModeCheck(),
        new RequestObjectCheck(),
        new ResponseTypeCheck(),
        new ScopeCheck(scopeRules, algorithms),
        new CodeChallengeCheck(),
        new PromptCheck(),
        new MaxAgeCheck(),
        new DisplayCheck(),
        new ClaimsParameterCheck(),
        new IdTokenHintCheck(hints));
  }

  public ValidatedAuthorizeRequest validate(AuthorizeRequest request) {
    Client client = client(request.parameters());
    ResponseTarget target = RedirectUriCheck.check(request, client, limits);
    AuthorizeAttempt attempt = new AuthorizeAttempt(request, client, target);
    checks.forEach(check -> check.check(attempt));
    return validated(attempt);
  }

  private Client client(Parameters parameters) {
    require(!parameters.isRepeated("client_id"), Refusal.REPEATED_PARAMETER);
    return clients
        .find(parameters.required("client_id", Refusal.CLIENT_ID_MISSING))
        .orElseThrow(() -> new OAuthException(Refusal.CLIENT_UNKNOWN));
  }

  private ValidatedAuthorizeRequest validated(AuthorizeAttempt attempt) {
    AuthorizeRequest request = attempt.request();
    Set<String> scopes = request.get("scope").map(Scopes::parse).orElse(Set.of());
    return new ValidatedAuthorizeRequest(
        request,
        attempt.client(),
        attempt.target(),
        scopes,
        scopeRules.resolve(attempt.client(), scopes),
        CodeChallengeCheck.challenge(request),
        Prompt.of(request),
        MaxAgeCheck.maxAge(request),
        IdTokenHintCheck.subject(request, hints));
  }
}
