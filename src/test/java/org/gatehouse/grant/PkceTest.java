package org.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.gatehouse.fixture.Requests.CHALLENGE;
import static org.gatehouse.fixture.Requests.VERIFIER;
import static org.gatehouse.model.grant.CodeChallenge.Method.PLAIN;
import static org.gatehouse.model.grant.CodeChallenge.Method.S256;

import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.CodeChallenge;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RFC 7636 §4.6: the code verifier")
class PkceTest {
  private static final Optional<CodeChallenge> BOUND =
      Optional.of(new CodeChallenge(CHALLENGE, S256));

  @Test
  @DisplayName("RFC 7636 Appendix B")
  void passesTheExampleOfTheSpecification() {
    CodeChallenge example = new CodeChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", S256);

    assertThatCode(() -> Pkce.verify(Optional.of(example), Optional.of(VERIFIER)))
        .doesNotThrowAnyException();
  }

  @Test
  void passesAPlainVerifierWhereTheChallengeIsPlain() {
    CodeChallenge plain = new CodeChallenge(VERIFIER, PLAIN);

    assertThatCode(() -> Pkce.verify(Optional.of(plain), Optional.of(VERIFIER)))
        .doesNotThrowAnyException();
  }

  @Test
  void passesNeitherChallengeNorVerifier() {
    assertThatCode(() -> Pkce.verify(Optional.empty(), Optional.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAMissingVerifier() {
    Refused.with(Refusal.CODE_VERIFIER_MISSING, () -> Pkce.verify(BOUND, Optional.empty()));
  }

  @Test
  @DisplayName("RFC 9700 §4.8.2: a verifier without challenge is a downgrade")
  void refusesAVerifierWithoutChallenge() {
    Refused.with(
        Refusal.CODE_VERIFIER_UNEXPECTED,
        () -> Pkce.verify(Optional.empty(), Optional.of(VERIFIER)));
  }

  @Test
  void refusesAnotherVerifierAndTheChallengeItself() {
    Refused.with(
        Refusal.CODE_VERIFIER_WRONG, () -> Pkce.verify(BOUND, Optional.of("x".repeat(43))));
    Refused.with(Refusal.CODE_VERIFIER_WRONG, () -> Pkce.verify(BOUND, Optional.of(CHALLENGE)));
  }

  static Stream<String> malformed() {
    return Stream.of(
        "x".repeat(42),
        "x".repeat(129),
        "x".repeat(42) + "\0",
        "x".repeat(42) + "+",
        "x".repeat(42) + "ä",
        VERIFIER + "\n");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesWhatIsNotAVerifier(String verifier) {
    Refused.with(Refusal.CODE_VERIFIER_MALFORMED, () -> Pkce.verify(BOUND, Optional.of(verifier)));
  }
}
