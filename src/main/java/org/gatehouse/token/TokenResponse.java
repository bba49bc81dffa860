package org.gatehouse.token;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.Scopes;

/**
 * A successful token response (RFC 6749 §5.1, OIDC Core §3.1.3.3).
 *
 * @param accessToken the access token, a bearer token (RFC 6750)
 * @param expiresIn its life
 * @param scopes what it is worth
 * @param refreshToken where the client gets one
 * @param idToken where the client asked for {@code openid}
 */
public record TokenResponse(
    String accessToken,
    Duration expiresIn,
    Set<String> scopes,
    Optional<Handle> refreshToken,
    Optional<String> idToken) {

  public JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    idToken.ifPresent(token -> json.add("id_token", token));
    json.add("access_token", accessToken);
    json.add("token_type", "Bearer");
    json.add("expires_in", expiresIn.toSeconds());
    refreshToken.ifPresent(handle -> json.add("refresh_token", handle.value()));
    return json.add("scope", Scopes.format(scopes)).build();
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "TokenResponse" + scopes;
  }
}
