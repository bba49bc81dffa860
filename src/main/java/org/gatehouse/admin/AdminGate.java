package org.gatehouse.admin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.config.AdminConfig;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.configuration.AdminScopes;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.token.AccessTokenReader;
import org.gatehouse.token.BearerTokens;

/**
 * Lets requests with an access token of this server in: one that is no ID token, has not expired,
 * was not revoked, and whose client may still have it, which MicroProfile JWT does not look at.
 * Audience and role are checked behind it.
 */
public class AdminGate extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Problem NO_TOKEN =
      Problem.of(401, "Not signed in", "Send an access token for gatehouse-admin of this server.");

  private final transient AdminConfig config;
  private final transient AccessTokenReader tokens;
  private final transient RegisteredClients clients;

  @Inject
  public AdminGate(AdminConfig config, AccessTokenReader tokens, RegisteredClients clients) {
    this.config = config;
    this.tokens = tokens;
    this.clients = clients;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!config.enabled()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      guarded(request, response, chain);
    }
  }

  private void guarded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean hasToken;
    try {
      hasToken = hasToken(request);
    } catch (StoreUnavailableException e) {
      response.setHeader("Retry-After", "1");
      write(response, Problem.UNAVAILABLE);
      return;
    }
    if (hasToken) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"gatehouse-admin\"");
    }
    boolean refused = !hasToken || response.getStatus() == 401; // MicroProfile JWT: the audience
    if (refused && !response.isCommitted()) {
      write(response, NO_TOKEN);
    }
  }

  private boolean hasToken(HttpServletRequest request) {
    try {
      Optional<String> header = Optional.ofNullable(request.getHeader("Authorization"));
      AccessTokenReader.Content token = tokens.read(BearerTokens.read(header, Parameters.none()));
      Set<String> scopes = AdminScopes.among(token.scopes());
      return !scopes.isEmpty() // no other token has the audience
          && clients
              .find(token.clientId())
              .filter(client -> client.allowedScopes().containsAll(scopes))
              .isPresent();
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (OAuthException e) {
      return false;
    }
  }

  private static void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    AdminAnswers.HEADERS.forEach(response::setHeader);
    response.setContentType(Problem.TYPE);
    response.getWriter().write(problem.toJson());
  }
}
