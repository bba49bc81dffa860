package org.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Refused;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6749 §3.3: which scopes a client may ask for")
class ScopeRulesTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client webApp = gatehouse.register(Clients.webApp());

  private Resources resolve(Client client, String... scopes) {
    return gatehouse.scopeRules.resolve(client, Set.of(scopes));
  }

  @Test
  void findsTheResourcesBehindThem() {
    Resources found = resolve(webApp, "openid", "orders.read", "offline_access");

    assertThat(found.scopeNames()).containsExactly("openid", "orders.read");
    assertThat(found.apiResources()).extracting(ApiResource::name).containsExactly("orders");
  }

  @Test
  void refusesAScopeThatNobodyKnowsBeforeOneThatIsNotAllowed() {
    Refused.with(Refusal.SCOPE_UNKNOWN, () -> resolve(webApp, "nothing"));
    Refused.with(Refusal.SCOPE_UNKNOWN, () -> resolve(webApp, "OpenID"));
    Refused.with(Refusal.SCOPE_NOT_ALLOWED, () -> resolve(webApp, "openid", "stock.read"));
  }

  @Test
  void refusesOfflineAccessToWhomItIsNotAllowed() {
    Client online = Clients.webApp().allowOfflineAccess(false).build();

    Refused.with(Refusal.SCOPE_NOT_ALLOWED, () -> resolve(online, "openid", "offline_access"));
  }

  @Test
  void refusesTheNameOfAnApiAsAScope() {
    Client sly = Clients.webApp().allowedScopes(Set.of("orders")).build();

    Refused.with(Refusal.SCOPE_UNKNOWN, () -> resolve(sly, "orders"));
  }
}
