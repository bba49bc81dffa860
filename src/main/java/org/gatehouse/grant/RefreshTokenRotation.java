package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.TokenExpiration;
import org.gatehouse.model.configuration.TokenUsage;
import org.gatehouse.model.grant.RefreshToken;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.RefreshTokens;
import org.gatehouse.token.GrantRevocation;
import org.gatehouse.token.MadeTokens;
import org.gatehouse.token.RefreshTokenLife;
import org.gatehouse.token.TokenResponse;

/** Carries out the use of a refresh token, for one time or for many (RFC 9700 §4.14.2). */
@ApplicationScoped
public class RefreshTokenRotation {
  private final RefreshTokens tokens;
  private final RefreshRetries retries;
  private final GrantRevocation revocation;
  private final Clock clock;

  @Inject
  public RefreshTokenRotation(
      RefreshTokens tokens, RefreshRetries retries, GrantRevocation revocation, Clock clock) {
    this.tokens = tokens;
    this.retries = retries;
    this.revocation = revocation;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  RefreshTokenRotation() {
    this(null, null, null, null); // CDI client proxy
  }

  /** A token that is about to be used, and the claims that its successor is to carry. */
  record Use(
      TokenRequest request, Handle handle, RefreshTokens.Live live, Map<String, Object> claims) {
    Client client() {
      return request.client();
    }

    RefreshToken successor() {
      RefreshToken token = live.token();
      return new RefreshToken(token.grant(), token.familyStart(), token.generation() + 1, claims);
    }

    /** Without the claims: they are personal data. */
    @Override
    public String toString() {
      return "Use[" + live.token() + "]";
    }
  }

  /** Uses the token, and answers with its successor or itself. */
  TokenResponse carryOut(Use use, MadeTokens made) {
    Instant end = end(use);
    return use.client().refreshTokenUsage() == TokenUsage.RE_USE
        ? reuse(use, end, made)
        : rotate(use, tokens.make(use.successor(), end), made);
  }

  private TokenResponse reuse(Use use, Instant end, MadeTokens made) {
    if (use.client().refreshTokenExpiration() == TokenExpiration.SLIDING) {
      require(tokens.renew(use.handle(), end), Refusal.REFRESH_TOKEN_REVOKED);
    }
    return made.answer(Optional.of(use.handle()));
  }

  private TokenResponse rotate(Use use, RefreshTokens.Made successor, MadeTokens made) {
    TokenResponse answer = made.answer(Optional.of(successor.handle()));
    Optional<NewGrant> retry =
        retries.keep(use.handle(), use.live().token().grant(), answer, made.issuedAt());
    List<NewGrant> results = Stream.concat(Stream.of(successor.kept()), retry.stream()).toList();
    return tokens
        .rotate(use.handle(), use.client().clientId(), results)
        .fold(
            grantId -> answer,
            grantId ->
                retries
                    .find(use.request(), use.handle())
                    .map(RefreshRetries.Kept::answer)
                    .orElseThrow(() -> replayed(use.client(), grantId)),
            () -> {
              throw new OAuthException(Refusal.REFRESH_TOKEN_REVOKED);
            });
  }

  /** An absolute end was set when the family began, and stays. */
  private Instant end(Use use) {
    RefreshTokens.Live live = use.live();
    return use.client().refreshTokenExpiration() == TokenExpiration.ABSOLUTE
        ? live.expiresAt()
        : RefreshTokenLife.end(use.client(), live.token().familyStart(), clock.instant());
  }

  /** A used-up token that comes again was stolen, before or now: the family ends. */
  OAuthException gone(Client client, Handle handle) {
    return tokens
        .rotate(handle, client.clientId(), List.of())
        .fold(
            grantId -> new OAuthException(Refusal.REFRESH_TOKEN_UNKNOWN), // cannot be read
            grantId -> replayed(client, grantId),
            () -> new OAuthException(Refusal.REFRESH_TOKEN_UNKNOWN));
  }

  private OAuthException replayed(Client client, String grantId) {
    revocation.revoke(client, grantId);
    return new OAuthException(Refusal.REFRESH_TOKEN_REPLAYED);
  }
}
