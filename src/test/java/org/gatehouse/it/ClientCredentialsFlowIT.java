package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import org.gatehouse.demo.RelyingParty;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §4.4: a client acts for itself")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClientCredentialsFlowIT {
  @Test
  @DisplayName("RFC 9068 §2: the sample client of IdentityServer4 gets an access token of its API")
  void issuesAnAccessTokenForTheApi() throws Exception {
    OIDCTokens tokens =
        RelyingParty.granted(machine("secret").clientCredentials("resource1.scope1"));

    JWTClaimsSet claims =
        Actors.provider().verifyAccessToken(tokens.getAccessToken().getValue(), "resource1");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("machine_client");
    assertThat(claims.getSubject()).isEqualTo("machine_client");
    assertThat(claims.getStringClaim("scope")).isEqualTo("resource1.scope1");
    assertThat(claims.getStringClaim("client_c1")).isEqualTo("c1value");
    assertThat(tokens.getRefreshToken()).isNull();
    assertThat(tokens.getIDToken()).isNull();
    assertThat(tokens.getAccessToken().getLifetime()).isEqualTo(3600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid", "offline_access", "profile"})
  @DisplayName("RFC 6749 §4.4: scopes of users are refused")
  void refusesScopesOfUsers(String scope) throws Exception {
    TokenResponse response = Actors.web().clientCredentials(scope);

    assertThat(Refusals.errorOf(response)).isEqualTo("invalid_scope");
  }

  @Test
  @DisplayName("RFC 6749 §5.2: a scope of another client is refused")
  void refusesAScopeThatIsNotAllowed() throws Exception {
    assertThat(Refusals.errorOf(machine("secret").clientCredentials("demo.api")))
        .isEqualTo("invalid_scope");
  }

  @Test
  @DisplayName("RFC 6749 §5.2: a grant type that the client may not use is refused")
  void refusesAClientWithoutThisGrantType() throws Exception {
    assertThat(Refusals.errorOf(Actors.demoWeb().clientCredentials("demo.api")))
        .isEqualTo("unauthorized_client");
  }

  @Test
  @DisplayName("RFC 6749 §5.2: a wrong secret is refused")
  void refusesAWrongSecret() throws Exception {
    assertThat(Refusals.errorOf(machine("not the secret").clientCredentials("resource1.scope1")))
        .isEqualTo("invalid_client");
  }

  private static RelyingParty machine(String secret) throws Exception {
    return RelyingParty.confidential(
        Actors.provider(), Actors.SECRETS, "machine_client", secret, "urn:none");
  }
}
