package org.gatehouse.client;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;

/** {@code client_secret_basic}: both halves are form-encoded before base64 (RFC 6749 §2.3.1). */
@ApplicationScoped
public class ClientSecretBasic implements ClientAuthenticationMethod {
  static final String NAME = "client_secret_basic";

  private static final String SCHEME = "Basic ";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<PresentedCredentials> read(Optional<String> authorization, Parameters form) {
    return authorization
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> decode(header.substring(SCHEME.length()).strip()));
  }

  private static PresentedCredentials decode(String base64) {
    String pair = new String(bytes(base64), StandardCharsets.ISO_8859_1);
    int colon = pair.indexOf(':');
    require(colon > 0, Refusal.CREDENTIALS_MALFORMED); // RFC 7617 §2
    return new PresentedCredentials.Basic(
        formDecoded(pair.substring(0, colon)), formDecoded(pair.substring(colon + 1)));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new OAuthException(Refusal.CREDENTIALS_MALFORMED);
    }
  }

  private static String formDecoded(String encoded) {
    try {
      return Parameters.decode(encoded);
    } catch (OAuthException e) {
      throw new OAuthException(Refusal.CREDENTIALS_MALFORMED);
    }
  }
}
