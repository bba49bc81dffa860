package org.gatehouse.authorize;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.CodeChallenge;

/** PKCE, the authorization endpoint's half (RFC 7636 §4.3, RFC 9700 §2.1.1). */
final class CodeChallengeCheck implements AuthorizeCheck {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9._~-]{43,128}"); // §4.2

  @Override
  public void check(AuthorizeAttempt attempt) {
    Client client = attempt.client();
    Optional<String> challenge = attempt.get("code_challenge");
    Optional<String> method = attempt.get("code_challenge_method");
    if (challenge.isEmpty()) {
      attempt.require(
          !client.requirePkce() && client.requireClientSecret() && method.isEmpty(),
          Refusal.CODE_CHALLENGE_MISSING);
      return;
    }
    attempt.require(CHALLENGE.matcher(challenge.get()).matches(), Refusal.CODE_CHALLENGE_MALFORMED);
    attempt.require(
        method.map(m -> m.equals("S256") || m.equals("plain")).orElse(true),
        Refusal.CODE_CHALLENGE_METHOD_UNKNOWN);
    attempt.require(isS256(method) || client.allowPlainTextPkce(), Refusal.CODE_CHALLENGE_PLAIN);
  }

  /** What the code will be bound to, in a request that passed. */
  static Optional<CodeChallenge> challenge(AuthorizeRequest request) {
    return request
        .get("code_challenge")
        .map(
            value ->
                new CodeChallenge(
                    value,
                    isS256(request.get("code_challenge_method"))
                        ? CodeChallenge.Method.S256
                        : CodeChallenge.Method.PLAIN));
  }

  /** A method that is not sent means plain (RFC 7636 §4.3). */
  private static boolean isS256(Optional<String> method) {
    return method.filter("S256"::equals).isPresent();
  }
}
