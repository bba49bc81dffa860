package org.gatehouse.token;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.config.TokenConfig;
import org.gatehouse.crypto.signing.JwtVerifier;
import org.gatehouse.crypto.signing.VerifiedJwt;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.Scopes;
import org.gatehouse.store.Revocations;

/** Reads our own access tokens back (RFC 9068 §4). */
@ApplicationScoped
public class AccessTokenReader {
  private final ServerConfig server;
  private final TokenConfig config;
  private final JwtVerifier verifier;
  private final Revocations revocations;
  private final Clock clock;

  @Inject
  public AccessTokenReader(
      ServerConfig server,
      TokenConfig config,
      JwtVerifier verifier,
      Revocations revocations,
      Clock clock) {
    this.server = server;
    this.config = config;
    this.verifier = verifier;
    this.revocations = revocations;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  AccessTokenReader() {
    this(null, null, null, null, null); // CDI client proxy
  }

  /** What a good access token says. */
  public record Content(
      String subject, String clientId, Set<String> scopes, Optional<String> sessionId) {
    public Content {
      scopes = Set.copyOf(scopes);
    }
  }

  /** The content; refuses what is forged, foreign, of another type, expired or revoked. */
  public Content read(String accessToken) {
    VerifiedJwt jwt =
        verifier
            .verify(accessToken, config.accessTokenJwtType())
            .orElseThrow(() -> new OAuthException(Refusal.TOKEN_INVALID));
    require(jwt.issuer().equals(Optional.of(server.issuer())), Refusal.TOKEN_INVALID);
    require(
        jwt.expiresAt()
            .filter(end -> clock.instant().isBefore(end.plus(config.clockSkew())))
            .isPresent(),
        Refusal.TOKEN_INVALID);
    require(jwt.string("grant_id").filter(revocations::isRevoked).isEmpty(), Refusal.TOKEN_INVALID);
    return new Content(
        required(jwt.subject()), required(jwt.string("client_id")), scopes(jwt), jwt.string("sid"));
  }

  private static String required(Optional<String> claim) {
    return claim.orElseThrow(() -> new OAuthException(Refusal.TOKEN_INVALID));
  }

  /** An array, or one string with spaces: either may be configured. */
  private static Set<String> scopes(VerifiedJwt jwt) {
    Set<String> scopes = new HashSet<>();
    jwt.strings("scope").forEach(names -> scopes.addAll(Scopes.parse(names)));
    return scopes;
  }
}
