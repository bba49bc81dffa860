package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.signing.JwtVerifier;
import org.gatehouse.crypto.signing.VerifiedJwt;

/**
 * ID tokens of ours that come back as hints (OIDC Core §3.1.2.1, RP-Initiated Logout §2). They
 * prove who was meant, not that anybody is signed in; so one that has expired will do.
 */
@ApplicationScoped
public class IdTokenHints {
  private final ServerConfig server;
  private final JwtVerifier verifier;

  @Inject
  public IdTokenHints(ServerConfig server, JwtVerifier verifier) {
    this.server = server;
    this.verifier = verifier;
  }

  @SuppressWarnings("NullAway")
  IdTokenHints() {
    this(null, null); // CDI client proxy
  }

  /** What a hint says. */
  public record Hint(String subject, List<String> audience, Optional<String> sessionId) {
    public Hint {
      audience = List.copyOf(audience);
    }
  }

  /** The hint; empty where it is not an ID token that this server signed. */
  public Optional<Hint> read(String idToken) {
    return verifier
        .verify(idToken, IdTokens.TYPE)
        .filter(jwt -> jwt.issuer().equals(Optional.of(server.issuer())))
        .filter(
            jwt -> jwt.claim("client_id").isEmpty()) // an access token, where typ may be the same
        .flatMap(IdTokenHints::hint);
  }

  private static Optional<Hint> hint(VerifiedJwt jwt) {
    return jwt.subject().map(subject -> new Hint(subject, jwt.audience(), jwt.string("sid")));
  }
}
