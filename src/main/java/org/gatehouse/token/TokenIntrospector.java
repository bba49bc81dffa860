package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.gatehouse.client.Caller;
import org.gatehouse.client.RegisteredResources;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.token.AccessTokenReader.Content;

/**
 * Tells APIs and clients what a token of theirs is worth now (RFC 7662 §2). What is not theirs is
 * as good as unknown (§4).
 */
@ApplicationScoped
public class TokenIntrospector {
  private final AccessTokenReader reader;
  private final TokenStanding standing;
  private final RefreshTokens refreshTokens;
  private final RegisteredResources resources;
  private final ServerConfig server;

  @Inject
  public TokenIntrospector(
      AccessTokenReader reader,
      TokenStanding standing,
      RefreshTokens refreshTokens,
      RegisteredResources resources,
      ServerConfig server) {
    this.reader = reader;
    this.standing = standing;
    this.refreshTokens = refreshTokens;
    this.resources = resources;
    this.server = server;
  }

  @SuppressWarnings("NullAway")
  TokenIntrospector() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** The form of a token tells its kind: a handle has no dot. No hint is needed (§2.1). */
  public IntrospectionResponse answer(Caller caller, String token) {
    return (token.indexOf('.') >= 0 ? jwt(caller, token) : handle(caller, token))
        .orElse(IntrospectionResponse.INACTIVE);
  }

  private Optional<IntrospectionResponse> jwt(Caller caller, String jwt) {
    return reader
        .verify(jwt)
        .flatMap(token -> caller.fold(api -> toApi(api, token), client -> toClient(client, token)));
  }

  /** To one of the audience, of the token's scopes those that are its own. */
  private Optional<IntrospectionResponse> toApi(ApiResource api, Content token) {
    Set<String> scopes = new TreeSet<>(token.scopes());
    scopes.retainAll(api.scopes());
    return token.jwt().audience().contains(api.name()) && !scopes.isEmpty()
        ? told(token, scopes, () -> standing.client(token).isPresent())
        : Optional.empty();
  }

  /** Its own token; another's only where an API of its name is the audience. */
  private Optional<IntrospectionResponse> toClient(Client client, Content token) {
    return client.clientId().equals(token.clientId())
        ? told(token, token.scopes(), () -> standing.holds(client, token))
        : resources.all().apiResource(client.clientId()).flatMap(api -> toApi(api, token));
  }

  private static Optional<IntrospectionResponse> told(
      Content token, Set<String> scopes, BooleanSupplier asksStore) {
    return StoreAway.holdsOrStoreIsAway(asksStore)
        ? Optional.of(IntrospectionResponse.of(token, scopes))
        : Optional.empty();
  }

  /** No API has anything to do with a refresh token. */
  private Optional<IntrospectionResponse> handle(Caller caller, String handle) {
    return caller.fold(api -> Optional.empty(), client -> refreshToken(client, handle));
  }

  private Optional<IntrospectionResponse> refreshToken(Client client, String handle) {
    return refreshTokens
        .find(new Handle(handle), client.clientId())
        .filter(live -> client.allowOfflineAccess())
        .filter(live -> standing.holds(client, live.token().grant()))
        .map(live -> IntrospectionResponse.of(live, server.issuer()));
  }
}
