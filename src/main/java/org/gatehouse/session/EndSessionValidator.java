package org.gatehouse.session;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.client.RegisteredClients;
import org.gatehouse.config.LimitConfig;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.RedirectUris;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.token.IdTokenHints;

/** Judges requests to sign out (OIDC RP-Initiated Logout §2, §4). */
@ApplicationScoped
public class EndSessionValidator {
  private final RegisteredClients clients;
  private final IdTokenHints hints;
  private final LimitConfig limits;
  private final Clock clock;

  @Inject
  public EndSessionValidator(
      RegisteredClients clients, IdTokenHints hints, LimitConfig limits, Clock clock) {
    this.clients = clients;
    this.hints = hints;
    this.limits = limits;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  EndSessionValidator() {
    this(null, null, null, null); // CDI client proxy
  }

  public EndSessionRequest validate(Parameters parameters) {
    parameters.requireNoRepetition();
    parameters
        .asMap()
        .forEach(
            (name, value) ->
                require(value.length() <= limits.lengthOf(name), Refusal.PARAMETER_TOO_LONG));
    Optional<IdTokenHints.Hint> hint = parameters.get("id_token_hint").map(this::read);
    Optional<Client> client = client(parameters, hint);
    return new EndSessionRequest(
        client.map(Client::clientId),
        returnUri(parameters, client),
        hint.flatMap(IdTokenHints.Hint::sessionId),
        clock.instant(),
        Optional.empty());
  }

  private IdTokenHints.Hint read(String idToken) {
    return hints.read(idToken).orElseThrow(() -> new OAuthException(Refusal.LOGOUT_HINT_INVALID));
  }

  /** The client that the hint or {@code client_id} names; where both do, the same one. */
  private Optional<Client> client(Parameters parameters, Optional<IdTokenHints.Hint> hint) {
    Optional<String> named = parameters.get("client_id");
    Optional<String> hinted = hint.flatMap(each -> each.audience().stream().findFirst());
    require(
        named.isEmpty() || hinted.isEmpty() || named.equals(hinted), Refusal.LOGOUT_HINT_INVALID);
    return named.or(() -> hinted).flatMap(clients::find);
  }

  /** Only with a client to hold it against, and only an exact match (§3). */
  private static Optional<String> returnUri(Parameters parameters, Optional<Client> client) {
    Optional<String> asked = parameters.get("post_logout_redirect_uri");
    if (asked.isEmpty() || client.isEmpty()) {
      return Optional.empty();
    }
    String uri = asked.get();
    require(client.get().postLogoutRedirectUris().contains(uri), Refusal.LOGOUT_URI_UNREGISTERED);
    return Optional.of(
        parameters
            .get("state")
            .map(state -> RedirectUris.withQuery(uri, Map.of("state", state)))
            .orElse(uri));
  }
}
