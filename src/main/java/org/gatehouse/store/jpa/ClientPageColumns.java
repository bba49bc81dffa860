package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.jspecify.annotations.Nullable;

/** What the pages show of a client. */
@Embeddable
class ClientPageColumns {
  private @Nullable String clientName;
  private @Nullable String description;
  private @Nullable String clientUri;
  private @Nullable String logoUri;
  private @Nullable String policyUri;
  private @Nullable String tosUri;

  static ClientPageColumns from(Client client) {
    ClientPageColumns columns = new ClientPageColumns();
    columns.clientName = client.clientName().orElse(null);
    columns.description = client.description().orElse(null);
    columns.clientUri = client.clientUri().orElse(null);
    columns.logoUri = client.logoUri().orElse(null);
    columns.policyUri = client.policyUri().orElse(null);
    columns.tosUri = client.tosUri().orElse(null);
    return columns;
  }

  void into(ClientBuilder client) {
    client
        .clientName(Optional.ofNullable(clientName))
        .description(Optional.ofNullable(description))
        .clientUri(Optional.ofNullable(clientUri))
        .logoUri(Optional.ofNullable(logoUri))
        .policyUri(Optional.ofNullable(policyUri))
        .tosUri(Optional.ofNullable(tosUri));
  }
}
