package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("OIDC Core §3.1.2.1: ID tokens that come back as hints")
class IdTokenHintsTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private final TokenResponse response =
      gatehouse.token(webApp, Requests.code(gatehouse.code(browser)));
  private final String idToken = response.idToken().orElseThrow();

  @Test
  void sayWhoWasMeantEvenAfterTheyExpired() {
    String sessionId = gatehouse.signOn(browser).sessionId();
    gatehouse.clock.advance(Duration.ofDays(30));
    IdTokenHints.Hint hint = gatehouse.hints.read(idToken).orElseThrow();

    assertThat(hint.subject()).isEqualTo(People.ALICE);
    assertThat(hint.audience()).containsExactly("web-app");
    assertThat(hint.sessionId()).contains(sessionId);
  }

  @Test
  void areNothingWhereTheyAreForgedOrOfAnotherKind() {
    assertThat(gatehouse.hints.read(response.accessToken())).isEmpty();
    assertThat(gatehouse.hints.read(idToken.substring(0, idToken.lastIndexOf('.') + 1))).isEmpty();
    assertThat(gatehouse.hints.read("eyJhbGciOiJub25lIn0.e30.")).isEmpty();
    assertThat(gatehouse.hints.read("")).isEmpty();
  }

  @Test
  void areNothingWhereAnotherIssuerSignedOrNobodyIsMeant() {
    assertThat(gatehouse.hints.read(sign(Map.of("iss", "https://evil.example", "sub", "a"))))
        .isEmpty();
    assertThat(gatehouse.hints.read(sign(Map.of("iss", Gatehouse.ISSUER)))).isEmpty();
    assertThat(gatehouse.hints.read(sign(Map.of("iss", Gatehouse.ISSUER, "sub", "a")))).isPresent();
  }

  private static String sign(Map<String, Object> claims) {
    return Keys.signer().sign(SigningAlgorithm.RS256, "JWT", claims);
  }
}
