package org.gatehouse.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the properties of a client ask of one another")
class ClientRulesTest {
  @Test
  void saysNothingOfAClientThatIsFine() {
    assertThat(findings(client -> client)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.com/callback",
        "https://app.example.com/callback?tenant=1&Code=2",
        "http://localhost:9090/callback",
        "http://127.0.0.1/callback",
        "http://[::1]:9090/callback",
        "com.example.app:/callback",
        "com.example.app://callback"
      })
  void takesARedirectUri(String uri) {
    assertThat(findings(client -> client.redirectUris(Set.of(uri)))).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("RFC 6749 §3.1.2: a redirect URI is absolute and without fragment")
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "blob:https://app.example.com/x",
        "about:blank",
        "ftp://app.example.com/",
        "mailto:a@example.com",
        "view-source:https://app.example.com",
        "ws://app.example.com",
        "WSS://app.example.com",
        "/callback",
        "callback",
        "//app.example.com/callback",
        "https:///callback",
        "https:callback",
        "https://*.example.com/callback",
        "https://app.example.com/call back",
        "https://app.example.com/\u00e4",
        "https://app.example.com/callback#",
        "https://app.example.com/callback#top",
        "https://app.example.com/callback?code=1",
        "https://app.example.com/callback?a=1&state=2",
        "https://app.example.com/callback?iss",
        "https://app.example.com/callback?%65rror=1"
      })
  void refusesARedirectUri(String uri) {
    assertFault("RedirectUris", client -> client.redirectUris(Set.of(uri)));
  }

  @Test
  @DisplayName("RFC 9700 §4.1.3: http is for the user's own machine")
  void warnsOfPlainHttp() {
    assertWarning(
        "RedirectUris", client -> client.redirectUris(Set.of("http://app.example.com/callback")));
  }

  @Test
  void refusesAddressesThatAreNone() {
    assertFault(
        "PostLogoutRedirectUris",
        client -> client.postLogoutRedirectUris(Set.of("javascript:alert(1)")));
    assertFault("ClientUri", client -> client.clientUri(Optional.of("javascript:alert(1)")));
    assertFault("LogoUri", client -> client.logoUri(Optional.of("data:image/png,x")));
    assertFault("PolicyUri", client -> client.policyUri(Optional.of("/privacy")));
    assertFault("TosUri", client -> client.tosUri(Optional.of("terms")));
    assertFault("InitiateLoginUri", client -> client.initiateLoginUri(Optional.of("app:/x")));
    assertFault("FrontChannelLogoutUri", client -> client.frontChannelLogoutUri(Optional.of("x")));
    assertFault("BackChannelLogoutUri", client -> client.backChannelLogoutUri(Optional.of("x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://app.example.com/", "app.example.com", "*", "https://a@b.example"})
  void refusesAnOriginThatIsNone(String origin) {
    assertFault("AllowedCorsOrigins", client -> client.allowedCorsOrigins(Set.of(origin)));
  }

  @Test
  void takesAnOrigin() {
    assertThat(
            findings(client -> client.allowedCorsOrigins(Set.of("https://app.example.com:8443"))))
        .isEmpty();
  }

  @Test
  void refusesGrantTypesThatWeakenOneAnother() {
    assertFault("AllowedGrantTypes", grantTypes("implicit", "authorization_code"));
    assertFault("AllowedGrantTypes", grantTypes("implicit", "hybrid"));
    assertFault("AllowedGrantTypes", grantTypes("hybrid", "authorization_code"));
    assertFault("AllowedGrantTypes", grantTypes("authorization_code client_credentials"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gatehouse-admin", "gatehouse-admin.read"})
  void refusesTheAdministrationToClientsOfUsers(String scope) {
    assertFault(
        "AllowedScopes",
        client ->
            client
                .allowedScopes(Set.of("openid", scope))
                .allowedGrantTypes(Set.of("authorization_code", "client_credentials")));
  }

  @Test
  void givesTheAdministrationToAClientOfItsOwn() {
    assertThat(
            findings(
                client ->
                    client
                        .allowedScopes(Set.of("gatehouse-admin"))
                        .allowedGrantTypes(Set.of("client_credentials"))))
        .isEmpty();
  }

  @Test
  void refusesAnIdentifierThatCannotBeSent() {
    assertThat(ClientRules.check(ClientBuilder.builder(fine()).clientId("w\u00e4b").build()))
        .singleElement()
        .returns(true, Finding::isFault)
        .returns("ClientId", Finding::property);
  }

  @Test
  void refusesAnotherProtocol() {
    assertFault("ProtocolType", client -> client.protocolType("saml2p"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "c2VjcmV0", "not base64 at all!"})
  void refusesASecretThatIsNotHashed(String value) {
    assertFault("ClientSecrets", client -> client.clientSecrets(List.of(Secret.shared(value))));
  }

  @Test
  void takesSecretsOfBothHashesAndOfOtherKinds() {
    String sha512 = Base64.getEncoder().encodeToString(new byte[64]);
    Secret other = new Secret("thumbprint", Optional.empty(), Optional.empty(), "X509Thumbprint");

    assertThat(findings(client -> client.clientSecrets(List.of(Secret.shared(sha512), other))))
        .isEmpty();
  }

  @Test
  void refusesLifetimesThatCannotBe() {
    Duration zero = Duration.ZERO;
    Duration negative = Duration.ofSeconds(-1);
    assertFault("IdentityTokenLifetime", client -> client.identityTokenLifetime(zero));
    assertFault("AccessTokenLifetime", client -> client.accessTokenLifetime(zero));
    assertFault("AuthorizationCodeLifetime", client -> client.authorizationCodeLifetime(zero));
    assertFault("SlidingRefreshTokenLifetime", client -> client.slidingRefreshTokenLifetime(zero));
    assertFault("DeviceCodeLifetime", client -> client.deviceCodeLifetime(zero));
    assertFault("ConsentLifetime", client -> client.consentLifetime(Optional.of(zero)));
    assertFault("UserSsoLifetime", client -> client.userSsoLifetime(Optional.of(zero)));
    assertFault("CibaLifetime", client -> client.cibaLifetime(Optional.of(zero)));
    assertFault("PollingInterval", client -> client.pollingInterval(Optional.of(zero)));
    assertFault(
        "PushedAuthorizationLifetime",
        client -> client.pushedAuthorizationLifetime(Optional.of(zero)));
    assertFault(
        "AbsoluteRefreshTokenLifetime", client -> client.absoluteRefreshTokenLifetime(negative));
    assertFault("DPoPClockSkew", client -> client.dPoPClockSkew(negative));
  }

  @Test
  void refusesASlidingLifetimeBeyondTheAbsoluteOne() {
    UnaryOperator<ClientBuilder> shortLived =
        client -> client.absoluteRefreshTokenLifetime(Duration.ofDays(1));

    assertThat(findings(shortLived)).isEmpty();
    assertFault(
        "SlidingRefreshTokenLifetime",
        client -> shortLived.apply(client).refreshTokenExpiration(TokenExpiration.SLIDING));
    assertThat(
            findings(
                client ->
                    client
                        .absoluteRefreshTokenLifetime(Duration.ZERO)
                        .refreshTokenExpiration(TokenExpiration.SLIDING)))
        .isEmpty();
  }

  @Test
  void warnsOfRefreshTokensThatEndAtOnce() {
    UnaryOperator<ClientBuilder> zero =
        client -> client.absoluteRefreshTokenLifetime(Duration.ZERO);

    assertThat(findings(zero)).isEmpty();
    assertThat(findings(client -> zero.apply(client).allowOfflineAccess(true)))
        .extracting(Finding::property)
        .containsExactly("AbsoluteRefreshTokenLifetime");
  }

  @Test
  void warnsOfAClientThatCanDoNothing() {
    assertWarning("AllowedGrantTypes", grantTypes());
    assertWarning("RedirectUris", client -> client.redirectUris(Set.of()));
    assertWarning("ClientSecrets", client -> client.clientSecrets(List.of()));
    assertWarning(
        "RequireClientSecret",
        client ->
            client.requireClientSecret(false).allowedGrantTypes(Set.of("client_credentials")));
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2: a code lives ten minutes at most")
  void warnsOfALongCode() {
    assertWarning(
        "AuthorizationCodeLifetime",
        client -> client.authorizationCodeLifetime(Duration.ofMinutes(11)));
  }

  private static UnaryOperator<ClientBuilder> grantTypes(String... types) {
    return client -> client.allowedGrantTypes(Set.of(types));
  }

  private static void assertFault(String property, UnaryOperator<ClientBuilder> change) {
    assertThat(findings(change))
        .singleElement()
        .returns(true, Finding::isFault)
        .returns(property, Finding::property);
  }

  private static void assertWarning(String property, UnaryOperator<ClientBuilder> change) {
    assertThat(findings(change))
        .singleElement()
        .returns(false, Finding::isFault)
        .returns(property, Finding::property);
  }

  private static List<Finding> findings(UnaryOperator<ClientBuilder> change) {
    return ClientRules.check(change.apply(ClientBuilder.builder(fine())).build());
  }

  private static Client fine() {
    return Client.named("web")
        .clientSecrets(List.of(Secret.shared(Base64.getEncoder().encodeToString(new byte[32]))))
        .allowedGrantTypes(Set.of("authorization_code"))
        .redirectUris(Set.of("https://app.example.com/callback"))
        .build();
  }
}
