package org.gatehouse.store.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.store.ClientStore;

/** The clients of files and code, as they were at the start. */
public final class FileClientStore implements ClientStore {
  private final Map<String, Client> clients;

  public FileClientStore(List<Client> clients) {
    this.clients =
        clients.stream()
            .collect(Collectors.toUnmodifiableMap(Client::clientId, Function.identity()));
  }

  @Override
  public Optional<Client> find(String clientId) {
    return Optional.ofNullable(clients.get(clientId));
  }
}
