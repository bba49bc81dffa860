package org.gatehouse.model.configuration;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.model.SigningAlgorithm;

/**
 * A client and everything it is allowed (RFC 6749 §2). Component names are the property names of
 * IdentityServer4; lifetimes are seconds in configuration files. Made with {@link #named}.
 *
 * @param clientId public identifier, compared exactly (RFC 6749 §2.2)
 * @param enabled false: the client is treated as unknown
 * @param protocolType always {@code oidc}
 * @param clientSecrets what the client proves itself with; several may be valid at once
 * @param requireClientSecret false: a public client (RFC 6749 §2.1)
 * @param clientName shown on the pages
 * @param description for administrators
 * @param clientUri home page, linked on the pages
 * @param logoUri logo, shown on the pages
 * @param policyUri privacy policy, linked on the pages (OIDC Registration §2)
 * @param tosUri terms of service, linked on the pages (OIDC Registration §2)
 * @param requireConsent true: the user is asked before scopes are granted
 * @param allowRememberConsent true: the user may have the decision kept
 * @param consentLifetime how long a kept decision holds; empty: without end
 * @param allowedGrantTypes values of {@code grant_type} that the client may use
 * @param requirePkce true: a code request needs a code challenge (RFC 7636)
 * @param allowPlainTextPkce true: the method {@code plain} is accepted (RFC 7636 §4.2)
 * @param requireRequestObject true: authorization requests come as request objects (RFC 9101)
 * @param allowAccessTokensViaBrowser true: access tokens may be sent through the user agent
 * @param redirectUris where codes and tokens may be sent; compared exactly
 * @param postLogoutRedirectUris where the user agent may go after sign-out; compared exactly
 * @param frontChannelLogoutUri called in the user agent at sign-out
 * @param frontChannelLogoutSessionRequired true: {@code sid} is sent with it
 * @param backChannelLogoutUri called by the server at sign-out
 * @param backChannelLogoutSessionRequired true: {@code sid} is in the logout token
 * @param allowOfflineAccess true: refresh tokens by the scope {@code offline_access}
 * @param allowedScopes names of the scopes that the client may ask for
 * @param alwaysIncludeUserClaimsInIdToken true: profile claims go into the ID token, too
 * @param identityTokenLifetime life of an ID token
 * @param allowedIdentityTokenSigningAlgorithms empty: the server's default
 * @param accessTokenLifetime life of an access token
 * @param accessTokenType self-contained or by reference
 * @param includeJwtId true: {@code jti} in access tokens
 * @param authorizationCodeLifetime life of a code (RFC 6749 §4.1.2 recommends ten minutes at most)
 * @param absoluteRefreshTokenLifetime longest life of a refresh token family; zero: without end
 *     where every use renews it, none where not
 * @param slidingRefreshTokenLifetime life of a refresh token that every use renews
 * @param refreshTokenUsage whether a use replaces the handle
 * @param refreshTokenExpiration whether a use renews the life time
 * @param updateAccessTokenClaimsOnRefresh true: claims are read anew at every refresh
 * @param enableLocalLogin false: only external providers
 * @param identityProviderRestrictions external providers the client accepts; empty: all
 * @param claims claims about the client, for its access tokens
 * @param alwaysSendClientClaims true: also in tokens of users
 * @param clientClaimsPrefix put before the type of each client claim
 * @param pairWiseSubjectSalt salt of pairwise subjects (OIDC Core §8.1)
 * @param userSsoLifetime longest age of a sign-on that the client accepts
 * @param userCodeType kind of user code of the device grant
 * @param deviceCodeLifetime life of a device code (RFC 8628 §3.2)
 * @param allowedCorsOrigins origins of browser applications
 * @param properties values of the operator's own
 * @param requireDPoP true: access tokens are bound to a key (RFC 9449)
 * @param dPoPValidationMode what proves that a proof is fresh
 * @param dPoPClockSkew tolerance for the client's clock
 * @param requirePushedAuthorization true: requests are pushed first (RFC 9126)
 * @param pushedAuthorizationLifetime life of a pushed request; empty: the server's default
 * @param cibaLifetime life of a backchannel request; empty: the server's default
 * @param pollingInterval least time between polls; empty: the server's default
 * @param coordinateLifetimeWithUserSession tokens end with the user's session; empty: the server's
 *     default
 * @param initiateLoginUri where a third party starts a login (OIDC Core §4)
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, emptyDefaultForOptional = true)
public record Client(
    String clientId,
    @Initializer(source = InitialValues.class, value = "YES") boolean enabled,
    @Initializer(source = InitialValues.class, value = "PROTOCOL") String protocolType,
    List<Secret> clientSecrets,
    @Initializer(source = InitialValues.class, value = "YES") boolean requireClientSecret,
    Optional<String> clientName,
    Optional<String> description,
    Optional<String> clientUri,
    Optional<String> logoUri,
    Optional<String> policyUri,
    Optional<String> tosUri,
    boolean requireConsent,
    @Initializer(source = InitialValues.class, value = "YES") boolean allowRememberConsent,
    Optional<Duration> consentLifetime,
    Set<String> allowedGrantTypes,
    @Initializer(source = InitialValues.class, value = "YES") boolean requirePkce,
    boolean allowPlainTextPkce,
    boolean requireRequestObject,
    boolean allowAccessTokensViaBrowser,
    Set<String> redirectUris,
    Set<String> postLogoutRedirectUris,
    Optional<String> frontChannelLogoutUri,
    @Initializer(source = InitialValues.class, value = "YES")
        boolean frontChannelLogoutSessionRequired,
    Optional<String> backChannelLogoutUri,
    @Initializer(source = InitialValues.class, value = "YES")
        boolean backChannelLogoutSessionRequired,
    boolean allowOfflineAccess,
    Set<String> allowedScopes,
    boolean alwaysIncludeUserClaimsInIdToken,
    @Initializer(source = InitialValues.class, value = "FIVE_MINUTES")
        Duration identityTokenLifetime,
    Set<SigningAlgorithm> allowedIdentityTokenSigningAlgorithms,
    @Initializer(source = InitialValues.class, value = "ONE_HOUR") Duration accessTokenLifetime,
    @Initializer(source = InitialValues.class, value = "TOKEN_TYPE")
        AccessTokenType accessTokenType,
    @Initializer(source = InitialValues.class, value = "YES") boolean includeJwtId,
    @Initializer(source = InitialValues.class, value = "FIVE_MINUTES")
        Duration authorizationCodeLifetime,
    @Initializer(source = InitialValues.class, value = "THIRTY_DAYS")
        Duration absoluteRefreshTokenLifetime,
    @Initializer(source = InitialValues.class, value = "FIFTEEN_DAYS")
        Duration slidingRefreshTokenLifetime,
    @Initializer(source = InitialValues.class, value = "USAGE") TokenUsage refreshTokenUsage,
    @Initializer(source = InitialValues.class, value = "EXPIRATION")
        TokenExpiration refreshTokenExpiration,
    boolean updateAccessTokenClaimsOnRefresh,
    @Initializer(source = InitialValues.class, value = "YES") boolean enableLocalLogin,
    Set<String> identityProviderRestrictions,
    List<ClientClaim> claims,
    boolean alwaysSendClientClaims,
    @Initializer(source = InitialValues.class, value = "CLAIMS_PREFIX") String clientClaimsPrefix,
    Optional<String> pairWiseSubjectSalt,
    Optional<Duration> userSsoLifetime,
    Optional<String> userCodeType,
    @Initializer(source = InitialValues.class, value = "FIVE_MINUTES") Duration deviceCodeLifetime,
    Set<String> allowedCorsOrigins,
    Map<String, String> properties,
    boolean requireDPoP,
    @Initializer(source = InitialValues.class, value = "DPOP_MODE")
        DPoPValidationMode dPoPValidationMode,
    @Initializer(source = InitialValues.class, value = "FIVE_MINUTES") Duration dPoPClockSkew,
    boolean requirePushedAuthorization,
    Optional<Duration> pushedAuthorizationLifetime,
    Optional<Duration> cibaLifetime,
    Optional<Duration> pollingInterval,
    Optional<Boolean> coordinateLifetimeWithUserSession,
    Optional<String> initiateLoginUri) {

  /** Starts a client with the defaults of IdentityServer4. */
  public static ClientBuilder named(String clientId) {
    return ClientBuilder.builder().clientId(clientId);
  }

  /** What the pages call the client: its name, or its identifier where it has none. */
  public String displayName() {
    return clientName.orElse(clientId);
  }

  /** Whether the value of {@code grant_type} is allowed to this client (RFC 6749 §5.2). */
  public boolean allowsGrantType(String grantType) {
    return allowedGrantTypes.contains(grantType);
  }

  /** The identifier only: the salt of pairwise subjects stays out of logs. */
  @Override
  public String toString() {
    return "Client[" + clientId + "]";
  }
}
