package com.acme.id;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Secret;
import org.gatehouse.store.ClientStore;
import org.gatehouse.store.StoreUnavailableException;

/** Acme's partners: each line of a file is a client: its name, its secret's hash, its scopes. */
@Alternative
@Priority(100)
@ApplicationScoped
public class AcmeClients implements ClientStore {
  private final String file;

  @Inject
  public AcmeClients(@ConfigProperty(name = "acme.partners") String file) {
    this.file = file;
  }

  AcmeClients() {
    this(""); // for the proxy that CDI makes
  }

  @Override
  public Optional<Client> find(String clientId) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .map(line -> line.split(","))
          .filter(partner -> partner[0].equals(clientId))
          .map(AcmeClients::client)
          .findFirst();
    } catch (IOException e) {
      throw new StoreUnavailableException(e); // 503: come again
    }
  }

  private static Client client(String[] partner) {
    return Client.named(partner[0])
        .clientSecrets(List.of(Secret.shared(partner[1])))
        .allowedGrantTypes(Set.of("client_credentials"))
        .allowedScopes(Set.of(partner[2].split(" ")))
        .build();
  }
}
