package org.gatehouse.client;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;

/** Finds out which client a request comes from, by exactly one method (RFC 6749 §2.3, §3.2.1). */
@ApplicationScoped
public class ClientAuthenticator {
  private final ClientAuthenticationMethods methods;
  private final RegisteredClients clients;
  private final Clock clock;

  @Inject
  public ClientAuthenticator(
      ClientAuthenticationMethods methods, RegisteredClients clients, Clock clock) {
    this.methods = methods;
    this.clients = clients;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  ClientAuthenticator() {
    this(null, null, null); // CDI client proxy
  }

  public Client authenticate(Optional<String> authorization, Parameters form) {
    PresentedCredentials presented = methods.read(authorization, form);
    Optional<Client> client = clients.find(presented.clientId());
    boolean proven =
        presented
            .secret()
            .map(
                secret ->
                    PresentedSecret.proves(
                        secret, client.map(Client::clientSecrets), clock.instant()))
            .orElseGet(() -> client.filter(found -> !found.requireClientSecret()).isPresent());
    require(proven, Refusal.CREDENTIALS_WRONG);
    return client.orElseThrow(() -> new OAuthException(Refusal.CREDENTIALS_WRONG));
  }
}
