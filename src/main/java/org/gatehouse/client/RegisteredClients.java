package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.Servable;
import org.gatehouse.store.ClientStore;

/**
 * The clients that may be used now: a disabled one is as good as unknown (RFC 6749 §2.2), and so is
 * one that must not be served, whatever store it comes from. The log says so once.
 */
@ApplicationScoped
public class RegisteredClients {
  private static final System.Logger LOG = System.getLogger(RegisteredClients.class.getName());

  /** A store that makes clients of any name does not fill the log. */
  private static final int MOST_LINES = 1_000;

  private final Set<String> told = ConcurrentHashMap.newKeySet();
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
    List<Finding> faults = Servable.faults(client);
    if (!faults.isEmpty()) {
      tell(client.clientId().replaceAll("[^\\x20-\\x7e]", "?"), faults);
    }
    return faults.isEmpty();
  }

  private void tell(String clientId, List<Finding> faults) {
    String line =
        faults.stream()
            .map(fault -> fault.property() + " must be " + fault.expected())
            .collect(Collectors.joining("; ", "The client " + clientId + " is not served: ", ""));
    if (told.size() < MOST_LINES && told.add(line)) {
      LOG.log(System.Logger.Level.WARNING, line);
    }
  }
}
