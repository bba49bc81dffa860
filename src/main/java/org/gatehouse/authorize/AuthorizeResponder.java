package org.gatehouse.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.AuthorizationCode;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.store.AuthorizationCodes;

/** Makes authorization responses: mints the code, or tells the error (RFC 6749 §4.1.2). */
@ApplicationScoped
public class AuthorizeResponder {
  private final AuthorizationCodes codes;
  private final Handles handles;
  private final ServerConfig server;

  @Inject
  public AuthorizeResponder(AuthorizationCodes codes, Handles handles, ServerConfig server) {
    this.codes = codes;
    this.handles = handles;
    this.server = server;
  }

  @SuppressWarnings("NullAway")
  AuthorizeResponder() {
    this(null, null, null); // CDI client proxy
  }

  public AuthorizeResponse code(ValidatedAuthorizeRequest request, Interaction.Proceed proceed) {
    Grant grant =
        new Grant(
            handles.nextId(),
            request.client().clientId(),
            proceed.scopes(),
            Optional.of(proceed.signOn()));
    AuthorizationCode code =
        new AuthorizationCode(
            grant,
            request.target().redirectUri(),
            request.codeChallenge(),
            request.request().get("nonce"),
            request.client().authorizationCodeLifetime());
    return response(request.target(), Map.of("code", codes.issue(code).value()));
  }

  public AuthorizeResponse error(AuthorizeException refused) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("error", refused.error().code());
    error.put("error_description", refused.refusal().description());
    return response(refused.target(), error);
  }

  private AuthorizeResponse response(ResponseTarget target, Map<String, String> content) {
    Map<String, String> parameters = new LinkedHashMap<>(content);
    target.state().ifPresent(state -> parameters.put("state", state));
    parameters.put("iss", server.issuer()); // RFC 9207 §2
    return new AuthorizeResponse(target, parameters);
  }
}
