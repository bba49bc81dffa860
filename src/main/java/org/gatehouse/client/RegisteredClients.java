package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.store.ClientStore;

/** The clients that may be used now: a disabled one is as good as unknown (RFC 6749 §2.2). */
@ApplicationScoped
public class RegisteredClients {
  private final ClientStore clients;

  @Inject
  public RegisteredClients(ClientStore clients) {
    this.clients = clients;
  }

  @SuppressWarnings("NullAway")
  RegisteredClients() {
    this(null); // CDI client proxy
  }

  public Optional<Client> find(String clientId) {
    return clients.find(clientId).filter(Client::enabled);
  }
}
