package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.crypto.ConstantTime;
import org.gatehouse.crypto.Sha2;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.CodeChallenge;

/** Proof key for code exchange, the token endpoint's half (RFC 7636 §4.6). */
final class Pkce {
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}"); // §4.1

  private Pkce() {}

  static void verify(Optional<CodeChallenge> challenge, Optional<String> verifier) {
    require(
        challenge.isPresent() || verifier.isEmpty(),
        Refusal.CODE_VERIFIER_UNEXPECTED); // RFC 9700 §4.8.2
    challenge.ifPresent(
        bound ->
            verify(
                bound,
                verifier.orElseThrow(() -> new OAuthException(Refusal.CODE_VERIFIER_MISSING))));
  }

  private static void verify(CodeChallenge challenge, String verifier) {
    require(VERIFIER.matcher(verifier).matches(), Refusal.CODE_VERIFIER_MALFORMED);
    String made =
        challenge.method() == CodeChallenge.Method.S256 ? Sha2.base64UrlSha256(verifier) : verifier;
    require(ConstantTime.equal(made, challenge.value()), Refusal.CODE_VERIFIER_WRONG);
  }
}
