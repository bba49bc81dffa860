package org.gatehouse.store;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.model.grant.RefreshToken;

/** Refresh tokens, from issue to rotation, revocation or expiry (RFC 6749 §6, RFC 9700 §4.14). */
@ApplicationScoped
public class RefreshTokens {
  private final GrantStore grants;
  private final GrantPayloads payloads;
  private final Handles handles;
  private final Clock clock;

  @Inject
  public RefreshTokens(GrantStore grants, GrantPayloads payloads, Handles handles, Clock clock) {
    this.grants = grants;
    this.payloads = payloads;
    this.handles = handles;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  RefreshTokens() {
    this(null, null, null, null); // CDI client proxy
  }

  /** A refresh token that is still good, with its end. */
  public record Live(RefreshToken token, Instant expiresAt) {}

  /**
   * A new token that is not good before it is kept.
   *
   * @param handle what the client gets
   * @param kept what the store is to keep
   */
  public record Made(Handle handle, NewGrant kept) {}

  /** Makes a token, to be kept as the result of a one-time use. */
  public Made make(RefreshToken token, Instant expiresAt) {
    Handle handle = handles.next();
    StoredGrant stored = StoredGrant.of(token.grant(), clock.instant(), expiresAt);
    return new Made(handle, payloads.seal(key(handle), stored, token));
  }

  /** Makes and keeps a token for which nothing is used up, and gives its handle. */
  public Handle issue(RefreshToken token, Instant expiresAt) {
    Made made = make(token, expiresAt);
    require(grants.create(made.kept().key(), made.kept().grant()), Refusal.INTERNAL);
    return made.handle();
  }

  /** The token behind the handle, where it is good and of this client. */
  public Optional<Live> find(Handle handle, String clientId) {
    return grants
        .find(key(handle))
        .filter(grant -> grant.clientId().equals(clientId))
        .flatMap(
            grant ->
                payloads
                    .open(key(handle), grant, RefreshToken.class)
                    .map(token -> new Live(token, grant.expiresAt())));
  }

  /**
   * Uses the token up, and keeps what follows it in the same step; of many callers one is the
   * first. Gives the id of its grant; a second caller learns the same by {@link Outcome.Replayed}.
   */
  public Outcome<String> rotate(Handle used, String clientId, List<NewGrant> results) {
    return grants.consume(key(used), clientId, results).map(StoredGrant::grantId);
  }

  /** Moves the end of a token that is used again and again. */
  public boolean renew(Handle handle, Instant expiresAt) {
    return grants.renew(key(handle), expiresAt);
  }

  /**
   * An authorization that refresh tokens came from.
   *
   * @param clientId the client that has them
   */
  public record Given(String grantId, String clientId) {}

  /** The authorizations behind a session's refresh tokens. */
  public List<Given> ofSession(String sessionId) {
    return grants.findAll(GrantFilter.ofSession(GrantType.REFRESH_TOKEN, sessionId)).stream()
        .map(grant -> new Given(grant.grantId(), grant.clientId()))
        .distinct()
        .toList();
  }

  private static GrantKey key(Handle handle) {
    return GrantKey.of(GrantType.REFRESH_TOKEN, handle);
  }
}
