package org.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request looks its client up once, so that it sees one version of it")
class OneVersionTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);

  @BeforeEach
  void countFromHere() {
    gatehouse.catalogue.lookUps();
  }

  @Test
  void atTheAuthorizeEndpoint() {
    gatehouse.code(browser);

    assertThat(gatehouse.catalogue.lookUps()).isEqualTo(1);
  }

  @Test
  void atTheTokenEndpoint() {
    Parameters code = Requests.code(gatehouse.code(browser));
    gatehouse.catalogue.lookUps();
    String basic =
        "Basic "
            + java.util.Base64.getEncoder()
                .encodeToString(
                    (webApp.clientId() + ":" + Clients.SECRET)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    Client client = gatehouse.authenticator.authenticate(Optional.of(basic), Parameters.none());
    gatehouse.token(client, code);

    assertThat(gatehouse.catalogue.lookUps()).isEqualTo(1);
  }

  @Test
  void atUserinfo() {
    TokenResponse tokens = gatehouse.token(webApp, Requests.code(gatehouse.code(browser)));
    gatehouse.catalogue.lookUps();

    gatehouse.userinfo.answer(tokens.accessToken());

    assertThat(gatehouse.catalogue.lookUps()).isEqualTo(1);
  }

  @Test
  void atIntrospection() {
    TokenResponse tokens = gatehouse.token(webApp, Requests.code(gatehouse.code(browser)));
    Parameters form =
        Requests.form("client_id", webApp.clientId(), "client_secret", Clients.SECRET);
    gatehouse.catalogue.lookUps();

    Caller caller = gatehouse.callers.authenticate(Optional.empty(), form);
    gatehouse.introspector.answer(caller, tokens.accessToken());

    assertThat(gatehouse.catalogue.lookUps()).isEqualTo(1);
  }

  @Test
  void atTheEndSessionEndpoint() {
    gatehouse.endSession.validate(Parameters.of(Map.of("client_id", webApp.clientId())));

    assertThat(gatehouse.catalogue.lookUps()).isEqualTo(1);
  }
}
