package org.gatehouse.grant;

import static org.gatehouse.model.OAuthException.require;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.token.TokenOrder;

/** The grant types that are on, by name; discovery tells the same list. */
public record GrantHandlers(Map<String, GrantHandler> byGrantType) {
  public GrantHandlers {
    byGrantType = Map.copyOf(byGrantType);
  }

  /** Makes the registry; a grant type that two handlers claim stops the start. */
  public static GrantHandlers of(Iterable<GrantHandler> handlers) {
    Map<String, GrantHandler> byGrantType = new TreeMap<>();
    for (GrantHandler handler : handlers) {
      if (byGrantType.putIfAbsent(handler.grantType(), handler) != null) {
        throw new IllegalArgumentException("two handlers for grant_type " + handler.grantType());
      }
    }
    return new GrantHandlers(byGrantType);
  }

  /** The names in a stable order. */
  public Collection<String> names() {
    return byGrantType.keySet().stream().sorted().toList();
  }

  /** Sends the request to the handler of its grant type, where the client may use that. */
  public TokenOrder validate(Client client, Parameters form) {
    String grantType = form.required("grant_type", Refusal.GRANT_TYPE_MISSING);
    GrantHandler handler =
        Optional.ofNullable(byGrantType.get(grantType))
            .orElseThrow(() -> new OAuthException(Refusal.GRANT_TYPE_UNKNOWN));
    require(isAllowed(client, grantType), Refusal.GRANT_TYPE_NOT_ALLOWED);
    return handler.validate(new TokenRequest(client, form));
  }

  /** As in IdentityServer4, offline access brings the refresh grant with it. */
  private static boolean isAllowed(Client client, String grantType) {
    return client.allowsGrantType(grantType)
        || (grantType.equals(RefreshTokenGrant.NAME) && client.allowOfflineAccess());
  }
}
