package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Servable;
import org.gatehouse.store.ClientStore;

/**
 * The clients that may be used now: a disabled one is as good as unknown (RFC 6749 §2.2), and so is
 * one that must not be served, whatever store it comes from. The log says so once.
 */
@ApplicationScoped
public class RegisteredClients {
  private static final System.Logger LOG = System.getLogger(RegisteredClients.class.getName());

  private final NotServed notServed = new NotServed(LOG);
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
    return clients.find(clientId).filter(Client::enabled).filter(this::isServable);
  }

  /** Files and the database were judged before; a store of the customer's own is judged here. */
  private boolean isServable(Client client) {
    return notServed.isServable("client", client.clientId(), Servable.faults(client));
  }
}
