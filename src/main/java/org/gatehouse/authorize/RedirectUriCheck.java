package org.gatehouse.authorize;

import static org.gatehouse.model.OAuthException.require;

import java.util.Optional;
import org.gatehouse.config.LimitConfig;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;

/**
 * The redirect URI must be one of the client's, character by character (RFC 9700 §4.1.3). Until
 * that is known nothing is redirected; so this check alone makes a {@link ResponseTarget}.
 */
final class RedirectUriCheck {
  private RedirectUriCheck() {}

  static ResponseTarget check(AuthorizeRequest request, Client client, LimitConfig limits) {
    require(!request.parameters().isRepeated("redirect_uri"), Refusal.REPEATED_PARAMETER);
    String redirectUri =
        request.parameters().required("redirect_uri", Refusal.REDIRECT_URI_MISSING);
    require(client.redirectUris().contains(redirectUri), Refusal.REDIRECT_URI_UNREGISTERED);
    ResponseMode mode =
        usable(request, "response_mode", limits)
            .flatMap(ResponseMode::of)
            .orElse(ResponseMode.QUERY);
    return new ResponseTarget(redirectUri, mode, usable(request, "state", limits));
  }

  /** What even a refusal may use: sent once, and not too long. */
  private static Optional<String> usable(
      AuthorizeRequest request, String name, LimitConfig limits) {
    return request.parameters().isRepeated(name)
        ? Optional.empty()
        : request.get(name).filter(value -> value.length() <= limits.lengthOf(name));
  }
}
