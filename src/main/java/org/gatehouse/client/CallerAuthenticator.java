package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;

/**
 * Finds out which API or client asks about a token. Both prove themselves by a secret and in the
 * ways of client authentication; a public client cannot (RFC 7662 §2.1: against scanning).
 */
@ApplicationScoped
public class CallerAuthenticator {
  private final ClientAuthenticationMethods methods;
  private final RegisteredClients clients;
  private final RegisteredResources resources;
  private final Clock clock;

  @Inject
  public CallerAuthenticator(
      ClientAuthenticationMethods methods,
      RegisteredClients clients,
      RegisteredResources resources,
      Clock clock) {
    this.methods = methods;
    this.clients = clients;
    this.resources = resources;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  CallerAuthenticator() {
    this(null, null, null, null); // CDI client proxy
  }

  /** The caller; where an API and a client share name and secret, the API. */
  public Caller authenticate(Optional<String> authorization, Parameters form) {
    PresentedCredentials presented = methods.read(authorization, form);
    String secret =
        presented.secret().orElseThrow(() -> new OAuthException(Refusal.CREDENTIALS_MISSING));
    return api(presented.clientId(), secret)
        .or(() -> client(presented.clientId(), secret))
        .orElseThrow(() -> new OAuthException(Refusal.CREDENTIALS_WRONG));
  }

  private Optional<Caller> api(String name, String secret) {
    Optional<ApiResource> api = resources.all().apiResource(name);
    return PresentedSecret.proves(secret, api.map(ApiResource::apiSecrets), clock.instant())
        ? api.map(Caller.Api::new)
        : Optional.empty();
  }

  private Optional<Caller> client(String name, String secret) {
    Optional<Client> client = clients.find(name);
    return PresentedSecret.proves(secret, client.map(Client::clientSecrets), clock.instant())
        ? client.map(Caller.App::new)
        : Optional.empty();
  }
}
