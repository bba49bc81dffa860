package org.gatehouse.page;

import java.util.Optional;
import org.gatehouse.model.configuration.Client;

/**
 * What the pages show of a client (OIDC Registration §2). Links that are not {@code http} or {@code
 * https} are left out, and the name cannot turn the text around it.
 */
public record ClientCard(
    String name,
    Optional<String> clientUri,
    Optional<String> logoUri,
    Optional<String> policyUri,
    Optional<String> tosUri) {
  public ClientCard {
    name = PlainText.of(name);
    clientUri = clientUri.flatMap(WebLink::keep);
    logoUri = logoUri.flatMap(WebLink::keep);
    policyUri = policyUri.flatMap(WebLink::keep);
    tosUri = tosUri.flatMap(WebLink::keep);
  }

  public static ClientCard of(Client client) {
    return new ClientCard(
        client.displayName(),
        client.clientUri(),
        client.logoUri(),
        client.policyUri(),
        client.tosUri());
  }

  /** Whether there is anything to read about the client before trusting it. */
  public boolean hasLinks() {
    return clientUri.isPresent() || policyUri.isPresent() || tosUri.isPresent();
  }
}
