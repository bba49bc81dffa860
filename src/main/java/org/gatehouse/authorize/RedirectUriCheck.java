package org.gatehouse.authorize;

import static org.gatehouse.model.OAuthException.require;

import java.util.Optional;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;

/**
 * The redirect URI must be one of the client's, character by character (RFC 9700 §4.1.3). Until
 * that is known nothing is redirected; so this check alone makes a {@link ResponseTarget}.
 */
final class RedirectUriCheck {
  private RedirectUriCheck() {}

  static ResponseTarget check(AuthorizeRequest request, Client client) {
    require(!request.parameters().isRepeated("redirect_uri"), Refusal.REPEATED_PARAMETER);
    String redirectUri =
        request.parameters().required("redirect_uri", Refusal.REDIRECT_URI_MISSING);
    require(client.redirectUris().contains(redirectUri), Refusal.REDIRECT_URI_UNREGISTERED);
    ResponseMode mode =
        request.get("response_mode").flatMap(ResponseMode::of).orElse(ResponseMode.QUERY);
    return new ResponseTarget(redirectUri, mode, state(request));
  }

  private static Optional<String> state(AuthorizeRequest request) {
    return request.parameters().isRepeated("state") ? Optional.empty() : request.get("state");
  }
}
