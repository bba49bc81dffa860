package org.gatehouse.authorize;

import java.util.Map;

/**
 * What is sent to a redirect URI.
 *
 * @param target where, and how
 * @param parameters in order; {@code state} and {@code iss} are among them
 */
public record AuthorizeResponse(ResponseTarget target, Map<String, String> parameters) {

  /** Without the parameters: they hold a code. */
  @Override
  public String toString() {
    return "AuthorizeResponse[" + target.redirectUri() + "]";
  }
}
