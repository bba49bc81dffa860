package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.List;
import org.gatehouse.demo.RelyingParty;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("RFC 6749 §6, RFC 9700 §4.14: refreshing")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RefreshTokenFlowIT {
  private static final String[] SCOPES = {"openid", "profile", "demo.api", "offline_access"};
  private static final int RACERS = 20;

  @Test
  @DisplayName("OIDC Core §12.2: new tokens keep subject, session and time of the sign-in")
  void rotates() throws Exception {
    OIDCTokens first = tokens();

    OIDCTokens next = RelyingParty.granted(client().refresh(first.getRefreshToken()));

    assertThat(next.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
    client().validate(next, null);
    for (String kept : List.of("sub", "sid", "auth_time", "aud", "iss")) {
      assertThat(next.getIDToken().getJWTClaimsSet().getClaim(kept))
          .as(kept)
          .isEqualTo(first.getIDToken().getJWTClaimsSet().getClaim(kept));
    }
    assertThat(next.getIDToken().getJWTClaimsSet().getClaim("nonce")).isNull();
    assertThat(Actors.isAccepted(next)).isTrue();
  }

  @Test
  @DisplayName("RFC 9700 §4.14.2: a used token is refused and takes its family along")
  void revokesTheFamilyOfAUsedToken() throws Exception {
    OIDCTokens first = tokens();
    OIDCTokens second = RelyingParty.granted(client().refresh(first.getRefreshToken()));
    OIDCTokens third = RelyingParty.granted(client().refresh(second.getRefreshToken()));

    TokenResponse replay = client().refresh(first.getRefreshToken());

    assertThat(Refusals.errorOf(replay)).isEqualTo("invalid_grant");
    assertThat(Refusals.errorOf(client().refresh(third.getRefreshToken())))
        .isEqualTo("invalid_grant");
    assertThat(Actors.isAccepted(first)).isFalse();
    assertThat(Actors.isAccepted(third)).isFalse();
  }

  @Test
  @DisplayName("RFC 9700 §4.14.2: of many that race with one token at most one wins")
  void letsAtMostOneRacerWin() throws Exception {
    OIDCTokens first = tokens();

    List<TokenResponse> answers = Race.run(RACERS, () -> client().refresh(first.getRefreshToken()));

    List<TokenResponse> won = answers.stream().filter(TokenResponse::indicatesSuccess).toList();
    assertThat(won).hasSizeLessThanOrEqualTo(1);
    answers.stream()
        .filter(answer -> !answer.indicatesSuccess())
        .forEach(answer -> assertThat(Refusals.errorOf(answer)).isEqualTo("invalid_grant"));
    for (TokenResponse winner : won) {
      OIDCTokens tokens = RelyingParty.granted(winner);
      assertThat(Actors.isAccepted(tokens)).isFalse();
      assertThat(Refusals.errorOf(client().refresh(tokens.getRefreshToken())))
          .isEqualTo("invalid_grant");
    }
  }

  @Test
  @DisplayName("RFC 6749 §6: fewer scopes may be asked for, and all again later")
  void narrowsTheScopeOfOneAccessToken() throws Exception {
    OIDCTokens first = tokens();

    OIDCTokens narrow =
        RelyingParty.granted(client().refresh(first.getRefreshToken(), "openid", "demo.api"));
    OIDCTokens wide = RelyingParty.granted(client().refresh(narrow.getRefreshToken()));

    assertThat(narrow.getAccessToken().getScope().toStringList())
        .containsExactlyInAnyOrder("openid", "demo.api");
    assertThat(wide.getAccessToken().getScope().toStringList()).containsExactlyInAnyOrder(SCOPES);
  }

  @Test
  @DisplayName("RFC 6749 §6: more than was granted is refused, and the token stays good")
  void refusesMoreScope() throws Exception {
    OIDCTokens first = tokens();

    TokenResponse wider = client().refresh(first.getRefreshToken(), "openid", "email");

    assertThat(Refusals.errorOf(wider)).isEqualTo("invalid_scope");
    assertThat(client().refresh(first.getRefreshToken()).indicatesSuccess()).isTrue();
  }

  @Test
  @DisplayName("RFC 6749 §10.4: the token of another client is refused and not used up")
  void refusesAnotherClient() throws Exception {
    OIDCTokens first = tokens();

    TokenResponse stolen = Actors.demoWeb().refresh(first.getRefreshToken());

    assertThat(Refusals.errorOf(stolen)).isEqualTo("invalid_grant");
    assertThat(client().refresh(first.getRefreshToken()).indicatesSuccess()).isTrue();
  }

  @Test
  @DisplayName("OIDC Core §11: without offline_access there is no refresh token")
  void issuesNoRefreshTokenWithoutOfflineAccess() throws Exception {
    OIDCTokens tokens = Actors.tokens(client(), Actors.browser(), Actors.alice(), "openid");

    assertThat(tokens.getRefreshToken()).isNull();
  }

  @Test
  @DisplayName("RFC 6749 §10.4: an access token or a code is no refresh token")
  void refusesOtherKindsOfHandles() throws Exception {
    String accessToken = tokens().getAccessToken().getValue();

    TokenResponse response =
        client().refresh(new com.nimbusds.oauth2.sdk.token.RefreshToken(accessToken));

    assertThat(Refusals.errorOf(response)).isIn("invalid_grant", "invalid_request");
  }

  private static RelyingParty client() throws Exception {
    return Actors.web();
  }

  private static OIDCTokens tokens() throws Exception {
    return Actors.tokens(client(), Actors.browser(), Actors.alice(), SCOPES);
  }
}
