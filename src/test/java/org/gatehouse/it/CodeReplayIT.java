package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.List;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.RelyingParty;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("RFC 6749 §4.1.2: a code is good for one use")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CodeReplayIT {
  private static final int RACERS = 50;

  private final RelyingParty client = Actors.web();
  private final Attempt attempt = client.begin("openid", "profile", "demo.api", "offline_access");
  private final AuthorizationCode code =
      client.code(attempt, Actors.alice().pass(Actors.browser(), attempt.uri()));

  CodeReplayIT() throws Exception {}

  @Test
  @DisplayName("RFC 6749 §4.1.2: its second use revokes what the first one got")
  void revokesWhatTheFirstUseGot() throws Exception {
    OIDCTokens tokens = RelyingParty.granted(client.redeem(attempt, code));
    assertThat(Actors.isAccepted(tokens)).isTrue();

    TokenResponse second = client.redeem(attempt, code);

    assertThat(Refusals.errorOf(second)).isEqualTo("invalid_grant");
    assertRevoked(tokens);
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2: its second use also revokes what was refreshed meanwhile")
  void revokesWhatWasRefreshed() throws Exception {
    OIDCTokens tokens = RelyingParty.granted(client.redeem(attempt, code));
    OIDCTokens refreshed = RelyingParty.granted(client.refresh(tokens.getRefreshToken()));

    client.redeem(attempt, code);

    assertRevoked(refreshed);
  }

  @RepeatedTest(3)
  @DisplayName("RFC 6749 §4.1.2: of 50 that race at most one gets tokens, and they are revoked")
  void letsAtMostOneRacerWin() throws Exception {
    List<TokenResponse> answers = Race.run(RACERS, () -> client.redeem(attempt, code));

    List<TokenResponse> won = answers.stream().filter(TokenResponse::indicatesSuccess).toList();
    assertThat(won).hasSizeLessThanOrEqualTo(1);
    answers.stream()
        .filter(answer -> !answer.indicatesSuccess())
        .forEach(answer -> assertThat(Refusals.errorOf(answer)).isEqualTo("invalid_grant"));
    for (TokenResponse winner : won) {
      assertRevoked(RelyingParty.granted(winner));
    }
  }

  @Test
  @DisplayName("RFC 6749 §10.5: another client cannot use it, nor burn it")
  void refusesAnotherClient() throws Exception {
    TokenResponse stolen = Actors.demoWeb().redeem(attempt, code);

    assertThat(Refusals.errorOf(stolen)).isEqualTo("invalid_grant");
    assertThat(client.redeem(attempt, code).indicatesSuccess()).isTrue();
  }

  @Test
  @DisplayName("RFC 6749 §4.1.3: it is used up by its client's wrong redirect_uri")
  void isUsedUpByAWrongRedirectUri() throws Exception {
    TokenResponse wrong =
        client.redeem(attempt.with("redirect_uri", Actors.WEB_CALLBACK + "?mode=1"), code);

    assertThat(Refusals.errorOf(wrong)).isEqualTo("invalid_grant");
    assertThat(Refusals.errorOf(client.redeem(attempt, code))).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("RFC 7636 §4.6: a wrong code_verifier is refused")
  void refusesAnotherVerifier() throws Exception {
    Attempt other = client.begin("openid");

    assertThat(Refusals.errorOf(client.redeem(other, code))).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("RFC 7636 §4.6: a missing code_verifier is refused")
  void refusesNoVerifier() throws Exception {
    Attempt without = new Attempt(attempt.endpoint(), attempt.parameters(), null);

    assertThat(Refusals.errorOf(client.redeem(without, code))).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("RFC 6749 §10.5: an edited code is refused")
  void refusesAnEditedCode() throws Exception {
    AuthorizationCode edited = new AuthorizationCode(code.getValue() + "A");

    assertThat(Refusals.errorOf(client.redeem(attempt, edited))).isEqualTo("invalid_grant");
  }

  private void assertRevoked(OIDCTokens tokens) throws Exception {
    assertThat(Actors.isAccepted(tokens)).as("access token is good").isFalse();
    assertThat(Refusals.errorOf(client.refresh(tokens.getRefreshToken())))
        .isEqualTo("invalid_grant");
  }
}
