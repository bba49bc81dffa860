package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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

  /** What an access token of ours says. */
  public record Content(String subject, String clientId, Set<String> scopes, VerifiedJwt jwt) {
    public Content {
      scopes = Set.copyOf(scopes);
    }

    /** The authorization of a user that it came from; empty where a client acts for itself. */
    public Optional<String> grantId() {
      return jwt.string("grant_id");
    }

    public Optional<String> sessionId() {
      return jwt.string("sid");
    }
  }

  /** The content; refuses what is forged, foreign, of another type, expired or revoked. */
  public Content read(String accessToken) {
    return verify(accessToken)
        .filter(token -> !isRevoked(token))
        .orElseThrow(() -> new OAuthException(Refusal.TOKEN_INVALID));
  }

  /**
   * The content of what this server signed for use now (RFC 9068 §4), by what this node holds: the
   * same that an API finds out by the published keys. Whether it was revoked is another question.
   */
  public Optional<Content> verify(String accessToken) {
    return verifier
        .verify(accessToken, config.accessTokenJwtType())
        .filter(jwt -> jwt.issuer().equals(Optional.of(server.issuer())))
        .filter(this::isInTime)
        .flatMap(AccessTokenReader::content);
  }

  /** Whether all that came from the same authorization was revoked, as the shared store knows. */
  public boolean isRevoked(Content token) {
    return token.grantId().filter(revocations::isRevoked).isPresent();
  }

  private boolean isInTime(VerifiedJwt jwt) {
    Instant now = clock.instant();
    boolean begun =
        jwt.instant("nbf")
            .filter(now.plus(config.clockSkew())::isBefore)
            .isEmpty(); // RFC 7519 §4.1.5
    return begun
        && jwt.expiresAt().filter(end -> now.isBefore(end.plus(config.clockSkew()))).isPresent();
  }

  private static Optional<Content> content(VerifiedJwt jwt) {
    return jwt.subject()
        .flatMap(
            subject ->
                jwt.string("client_id")
                    .map(clientId -> new Content(subject, clientId, scopes(jwt), jwt)));
  }

  /** An array, or one string with spaces: either may be configured. */
  private static Set<String> scopes(VerifiedJwt jwt) {
    Set<String> scopes = new HashSet<>();
    jwt.strings("scope").forEach(names -> scopes.addAll(Scopes.parse(names)));
    return scopes;
  }
}
