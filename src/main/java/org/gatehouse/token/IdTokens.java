package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Sha2;
import org.gatehouse.crypto.signing.JwtSigner;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.grant.SignOn;

/** Makes ID tokens (OIDC Core §2, §3.1.3.6). */
@ApplicationScoped
public class IdTokens {
  /** The {@code typ} header; tells an ID token from every other JWT of ours (RFC 8725 §3.11). */
  public static final String TYPE = "JWT";

  private final ServerConfig server;
  private final SigningAlgorithms algorithms;
  private final JwtSigner signer;

  @Inject
  public IdTokens(ServerConfig server, SigningAlgorithms algorithms, JwtSigner signer) {
    this.server = server;
    this.algorithms = algorithms;
    this.signer = signer;
  }

  @SuppressWarnings("NullAway")
  IdTokens() {
    this(null, null, null); // CDI client proxy
  }

  /** What an ID token tells beside the user. */
  public record Content(
      SignOn signOn,
      Optional<String> nonce,
      String accessToken,
      Map<String, Object> userClaims,
      Instant issuedAt) {

    /** Without the token and the claims. */
    @Override
    public String toString() {
      return "IdTokens.Content[" + issuedAt + "]";
    }
  }

  public String sign(Client client, Content content) {
    SigningAlgorithm algorithm = algorithms.forIdToken(client);
    Map<String, Object> claims = new LinkedHashMap<>();
    long issuedAt = content.issuedAt().getEpochSecond();
    claims.put("iss", server.issuer());
    claims.put("iat", issuedAt);
    claims.put("nbf", issuedAt);
    claims.put("exp", content.issuedAt().plus(client.identityTokenLifetime()).getEpochSecond());
    claims.put("aud", client.clientId());
    content.nonce().ifPresent(nonce -> claims.put("nonce", nonce));
    claims.put("at_hash", Sha2.leftHalf(algorithm, content.accessToken()));
    SignOn signOn = content.signOn();
    claims.put("sub", signOn.subject());
    claims.put("auth_time", signOn.authTime().getEpochSecond());
    claims.put("idp", signOn.idp());
    claims.put("amr", signOn.amr());
    claims.put("sid", signOn.sessionId());
    ProtocolClaims.addOthers(claims, content.userClaims());
    return signer.sign(algorithm, TYPE, claims);
  }
}
