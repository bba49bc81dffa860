package org.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.LogLines;
import org.gatehouse.model.configuration.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clients of a customer's own store")
class RegisteredClientsTest {
  private final LogLines log = LogLines.of(RegisteredClients.class);

  @AfterEach
  void stopListening() {
    log.close();
  }

  private static RegisteredClients of(Client client) {
    return new RegisteredClients(id -> Optional.of(client));
  }

  @Test
  void areFoundWhereNothingIsWrongWithThem() {
    assertThat(of(Clients.webApp().build()).find("web-app")).isPresent();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  @DisplayName("RFC 6749 §2.2: are unknown while they are disabled")
  void areUnknownWhileDisabled() {
    assertThat(of(Clients.webApp().enabled(false).build()).find("web-app")).isEmpty();
  }

  @Test
  void areUnknownWhereASettingIsNotCarriedOutAndTheLogSaysItOnce() {
    Client safer = Clients.webApp().clientId("web").requireDPoP(true).build();
    RegisteredClients clients = of(safer);

    assertThat(clients.find("web")).isEmpty();
    assertThat(clients.find("web")).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "The client web is not served: RequireDPoP must be false: this version cannot do the"
                + " other");
  }

  @Test
  void forgeNoLineByTheirName() {
    of(Clients.webApp().clientId("web\nE forged").build()).find("web");

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("The client web?E forged is not served: ClientId must be printable");
  }
}
