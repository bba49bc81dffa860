package org.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gatehouse.client.Caller;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.People;
import org.gatehouse.fixture.Requests;
import org.gatehouse.fixture.Tokens;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.session.Browser;
import org.gatehouse.store.RefreshTokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 7662 §2.2: what a client is told of its refresh token, and nobody else")
class RefreshTokenIntrospectionTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());
  private final Browser browser = gatehouse.signIn("alice", Gatehouse.NO_BROWSER);
  private final TokenResponse tokens =
      gatehouse.token(
          webApp,
          Requests.code(gatehouse.code(browser, "scope", "openid offline_access orders.read")));
  private final Handle refreshToken = tokens.refreshToken().orElseThrow();

  private String json(Caller caller) {
    return gatehouse.introspector.answer(caller, refreshToken.value()).toJson().toString();
  }

  private void isInactive(Caller caller) {
    assertThat(json(caller)).isEqualTo("{\"active\":false}");
  }

  @Test
  void tellsItsClientWhatItIsWorth() {
    long end = Keys.NOW.plus(webApp.absoluteRefreshTokenLifetime()).getEpochSecond();

    assertThat(json(new Caller.App(webApp)))
        .isEqualTo(
            ("{'active':true,'scope':'offline_access openid orders.read','client_id':'web-app',"
                    + "'exp':%d,'iss':'https://id.example.com','sub':'sub-of-alice'}")
                .formatted(end)
                .replace('\'', '"'));
  }

  @Test
  void tellsNoOtherClientAndNoApi() {
    isInactive(new Caller.App(gatehouse.register(Clients.otherApp())));
    isInactive(new Caller.Api(ApiResource.named("orders").scopes(Set.of("orders.read")).build()));
  }

  @Test
  void isInactiveOnceItIsUsed() {
    gatehouse.token(webApp, Requests.refresh(refreshToken));

    isInactive(new Caller.App(webApp));
  }

  @Test
  void isInactiveOnceItHasExpired() {
    gatehouse.clock.advance(webApp.absoluteRefreshTokenLifetime());

    isInactive(new Caller.App(webApp));
  }

  @Test
  void isInactiveOnceItsAuthorizationIsRevoked() {
    Object grantId = Tokens.accessToken(tokens).claim("grant_id");
    gatehouse.revocation.revoke(webApp, (String) grantId);

    isInactive(new Caller.App(webApp));
  }

  @Test
  void isInactiveWhereItWasBeingIssuedWhileTheOthersWereRevoked() {
    Object grantId = Tokens.accessToken(tokens).claim("grant_id");
    RefreshTokens.Live live =
        gatehouse.refreshTokens.find(refreshToken, webApp.clientId()).orElseThrow();
    gatehouse.revocation.revoke(webApp, (String) grantId);
    Handle late = gatehouse.refreshTokens.issue(live.token(), live.expiresAt());

    assertThat(gatehouse.introspector.answer(new Caller.App(webApp), late.value()))
        .isEqualTo(IntrospectionResponse.INACTIVE);
  }

  @Test
  void isInactiveOnceTheSessionHasEnded() {
    gatehouse.logout.end(browser);

    isInactive(new Caller.App(webApp));
  }

  @Test
  void isInactiveOnceTheUserIsNotActiveAnyMore() {
    gatehouse.people.deactivate(People.ALICE);

    isInactive(new Caller.App(webApp));
  }

  @Test
  void isInactiveWhereItsClientHasLostOfflineAccess() {
    isInactive(new Caller.App(Clients.webApp().allowOfflineAccess(false).build()));
  }
}
