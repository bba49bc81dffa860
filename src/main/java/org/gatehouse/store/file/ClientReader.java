package org.gatehouse.store.file;

import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.gatehouse.model.configuration.ClientClaim;

/** Reads a client: every property of IdentityServer4 and Duende, with the defaults of the model. */
final class ClientReader {
  private final Fields in;
  private final ClientBuilder client;

  private ClientReader(Fields in, ClientBuilder client) {
    this.in = in;
    this.client = client;
  }

  static Client read(Fields in) {
    ClientReader reader = new ClientReader(in, Client.named(in.required("ClientId")));
    reader.identity();
    reader.consentAndGrants();
    reader.addresses();
    reader.tokens();
    reader.refreshTokens();
    reader.usersAndClaims();
    reader.additionsOfDuende();
    return reader.client.build();
  }

  private void identity() {
    client
        .enabled(in.flag("Enabled", client.enabled()))
        .protocolType(in.text("ProtocolType", client.protocolType()))
        .clientSecrets(in.objects("ClientSecrets", SecretReader::read))
        .requireClientSecret(in.flag("RequireClientSecret", client.requireClientSecret()))
        .clientName(in.text("ClientName"))
        .description(in.text("Description"))
        .clientUri(in.text("ClientUri"))
        .logoUri(in.text("LogoUri"))
        .policyUri(in.text("PolicyUri"))
        .tosUri(in.text("TosUri"))
        .properties(in.map("Properties"));
  }

  private void consentAndGrants() {
    client
        .requireConsent(in.flag("RequireConsent", client.requireConsent()))
        .allowRememberConsent(in.flag("AllowRememberConsent", client.allowRememberConsent()))
        .consentLifetime(in.seconds("ConsentLifetime"))
        .allowedGrantTypes(in.texts("AllowedGrantTypes"))
        .requirePkce(in.flag("RequirePkce", client.requirePkce()))
        .allowPlainTextPkce(in.flag("AllowPlainTextPkce", client.allowPlainTextPkce()))
        .requireRequestObject(in.flag("RequireRequestObject", client.requireRequestObject()))
        .allowAccessTokensViaBrowser(
            in.flag("AllowAccessTokensViaBrowser", client.allowAccessTokensViaBrowser()))
        .allowOfflineAccess(in.flag("AllowOfflineAccess", client.allowOfflineAccess()))
        .allowedScopes(in.texts("AllowedScopes"));
  }

  private void addresses() {
    client
        .redirectUris(in.texts("RedirectUris"))
        .postLogoutRedirectUris(in.texts("PostLogoutRedirectUris"))
        .frontChannelLogoutUri(in.text("FrontChannelLogoutUri"))
        .frontChannelLogoutSessionRequired(
            in.flag(
                "FrontChannelLogoutSessionRequired", client.frontChannelLogoutSessionRequired()))
        .backChannelLogoutUri(in.text("BackChannelLogoutUri"))
        .backChannelLogoutSessionRequired(
            in.flag("BackChannelLogoutSessionRequired", client.backChannelLogoutSessionRequired()))
        .allowedCorsOrigins(in.texts("AllowedCorsOrigins"))
        .initiateLoginUri(in.text("InitiateLoginUri"));
  }

  private void tokens() {
    client
        .alwaysIncludeUserClaimsInIdToken(
            in.flag("AlwaysIncludeUserClaimsInIdToken", client.alwaysIncludeUserClaimsInIdToken()))
        .identityTokenLifetime(in.seconds("IdentityTokenLifetime", client.identityTokenLifetime()))
        .allowedIdentityTokenSigningAlgorithms(
            in.choices("AllowedIdentityTokenSigningAlgorithms", SigningAlgorithm.class))
        .accessTokenLifetime(in.seconds("AccessTokenLifetime", client.accessTokenLifetime()))
        .accessTokenType(in.choice("AccessTokenType", client.accessTokenType()))
        .includeJwtId(in.flag("IncludeJwtId", client.includeJwtId()))
        .authorizationCodeLifetime(
            in.seconds("AuthorizationCodeLifetime", client.authorizationCodeLifetime()));
  }

  private void refreshTokens() {
    client
        .absoluteRefreshTokenLifetime(
            in.seconds("AbsoluteRefreshTokenLifetime", client.absoluteRefreshTokenLifetime()))
        .slidingRefreshTokenLifetime(
            in.seconds("SlidingRefreshTokenLifetime", client.slidingRefreshTokenLifetime()))
        .refreshTokenUsage(in.choice("RefreshTokenUsage", client.refreshTokenUsage()))
        .refreshTokenExpiration(
            in.choice("RefreshTokenExpiration", client.refreshTokenExpiration()))
        .updateAccessTokenClaimsOnRefresh(
            in.flag("UpdateAccessTokenClaimsOnRefresh", client.updateAccessTokenClaimsOnRefresh()));
  }

  private void usersAndClaims() {
    client
        .enableLocalLogin(in.flag("EnableLocalLogin", client.enableLocalLogin()))
        .identityProviderRestrictions(in.texts("IdentityProviderRestrictions"))
        .claims(in.objects("Claims", ClientReader::claim))
        .alwaysSendClientClaims(in.flag("AlwaysSendClientClaims", client.alwaysSendClientClaims()))
        .clientClaimsPrefix(prefix())
        .pairWiseSubjectSalt(in.text("PairWiseSubjectSalt"))
        .userSsoLifetime(in.seconds("UserSsoLifetime"))
        .userCodeType(in.text("UserCodeType"))
        .deviceCodeLifetime(in.seconds("DeviceCodeLifetime", client.deviceCodeLifetime()));
  }

  private void additionsOfDuende() {
    client
        .requireDPoP(in.flag("RequireDPoP", client.requireDPoP()))
        .dPoPValidationMode(in.choice("DPoPValidationMode", client.dPoPValidationMode()))
        .dPoPClockSkew(
            in.value("DPoPClockSkew", TimeSpan.FORM, TimeSpan::parse)
                .orElse(client.dPoPClockSkew()))
        .requirePushedAuthorization(
            in.flag("RequirePushedAuthorization", client.requirePushedAuthorization()))
        .pushedAuthorizationLifetime(in.seconds("PushedAuthorizationLifetime"))
        .cibaLifetime(in.seconds("CibaLifetime"))
        .pollingInterval(in.seconds("PollingInterval"))
        .coordinateLifetimeWithUserSession(in.flag("CoordinateLifetimeWithUserSession"));
  }

  /** An empty prefix is one that was chosen. */
  private String prefix() {
    return in.scalar("ClientClaimsPrefix").orElse(client.clientClaimsPrefix());
  }

  private static ClientClaim claim(Fields in) {
    return new ClientClaim(in.required("Type"), in.required("Value"), in.text("ValueType", ""));
  }
}
