package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.config.TokenConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.signing.JwtSigner;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.configuration.AdminScopes;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.SignOn;

/** Makes JWT access tokens (RFC 9068). */
@ApplicationScoped
public class AccessTokens {
  private final ServerConfig server;
  private final TokenConfig config;
  private final SigningAlgorithms algorithms;
  private final JwtSigner signer;
  private final Handles handles;

  @Inject
  public AccessTokens(
      ServerConfig server,
      TokenConfig config,
      SigningAlgorithms algorithms,
      JwtSigner signer,
      Handles handles) {
    this.server = server;
    this.config = config;
    this.algorithms = algorithms;
    this.signer = signer;
    this.handles = handles;
  }

  @SuppressWarnings("NullAway")
  AccessTokens() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /**
   * Signs an access token for the grant.
   *
   * @param resources what its scopes stand for
   * @param userClaims claims about the user that its APIs asked for
   */
  public String sign(
      Client client,
      Grant grant,
      Resources resources,
      Map<String, Object> userClaims,
      Instant issuedAt) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", server.issuer());
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("nbf", issuedAt.getEpochSecond());
    claims.put("exp", issuedAt.plus(client.accessTokenLifetime()).getEpochSecond());
    claims.put("aud", audience(resources.apiResources()));
    claims.put("client_id", client.clientId());
    claims.put("scope", scope(grant.scopes()));
    if (client.includeJwtId()) {
      claims.put("jti", handles.nextId());
    }
    addSubject(claims, client, grant);
    ProtocolClaims.addOthers(claims, userClaims);
    if (grant.signOn().isEmpty() || client.alwaysSendClientClaims()) {
      ProtocolClaims.addOthers(claims, ClientClaims.of(client));
    }
    if (resources.apiResources().stream().anyMatch(api -> api.name().equals(AdminScopes.ADMIN))) {
      addRoles(claims, grant);
    }
    return signer.sign(
        algorithms.forAccessToken(resources.apiResources()), config.accessTokenJwtType(), claims);
  }

  /** What MicroProfile JWT asks for, over whatever claims a user or a client has (MP JWT §5.1). */
  private static void addRoles(Map<String, Object> claims, Grant grant) {
    claims.put("upn", claims.get("sub"));
    claims.put("groups", AdminScopes.roles(grant.scopes()));
  }

  private static void addSubject(Map<String, Object> claims, Client client, Grant grant) {
    claims.put("sub", grant.signOn().map(SignOn::subject).orElse(client.clientId())); // §2.2
    grant
        .signOn()
        .ifPresent(
            signOn -> {
              claims.put("auth_time", signOn.authTime().getEpochSecond());
              claims.put("idp", signOn.idp());
              claims.put("amr", signOn.amr());
              claims.put("sid", signOn.sessionId());
              claims.put("grant_id", grant.id());
            });
  }

  /**
   * The APIs; where there are none, all resources of this server, since {@code aud} is required
   * (RFC 9068 §2.2).
   */
  private Object audience(List<ApiResource> apis) {
    Set<String> names = new LinkedHashSet<>();
    apis.forEach(api -> names.add(api.name()));
    if (names.isEmpty() || config.staticAudience()) {
      names.add(server.issuer() + "/resources");
    }
    return names.size() == 1 ? names.iterator().next() : List.copyOf(names);
  }

  private Object scope(Set<String> scopes) {
    List<String> sorted = scopes.stream().sorted().toList();
    return config.scopesAsString() ? Scopes.format(sorted) : sorted;
  }
}
