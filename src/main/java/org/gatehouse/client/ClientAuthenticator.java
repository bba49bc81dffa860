package org.gatehouse.client;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.SharedSecrets;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Secret;

/** Finds out which client a request comes from, by exactly one method (RFC 6749 §2.3, §3.2.1). */
@ApplicationScoped
public class ClientAuthenticator {
  /** Stands in for an unknown client's secret, so that both answers take the same work. */
  private static final List<Secret> NOBODYS_SECRET =
      List.of(Secret.shared(SharedSecrets.hash("of no client at all")));

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
    PresentedCredentials presented = exactlyOne(authorization, form);
    Optional<Client> client = clients.find(presented.clientId());
    boolean proven =
        presented
            .secret()
            .map(secret -> matches(client, secret))
            .orElseGet(() -> client.filter(found -> !found.requireClientSecret()).isPresent());
    require(proven, Refusal.CREDENTIALS_WRONG);
    return client.orElseThrow(() -> new OAuthException(Refusal.CREDENTIALS_WRONG));
  }

  private PresentedCredentials exactlyOne(Optional<String> authorization, Parameters form) {
    List<PresentedCredentials> presented =
        methods.all().stream().flatMap(m -> m.read(authorization, form).stream()).toList();
    require(authorization.isEmpty() || !presented.isEmpty(), Refusal.CREDENTIALS_MALFORMED);
    require(!presented.isEmpty(), Refusal.CREDENTIALS_MISSING);
    require(presented.size() == 1, Refusal.CREDENTIALS_TWICE);
    PresentedCredentials only = presented.get(0);
    require(
        form.get("client_id").map(only.clientId()::equals).orElse(true), Refusal.CREDENTIALS_TWICE);
    return only;
  }

  private boolean matches(Optional<Client> client, String secret) {
    List<Secret> registered = client.map(Client::clientSecrets).orElse(NOBODYS_SECRET);
    return SharedSecrets.matches(secret, registered, clock.instant()) && client.isPresent();
  }
}
