package org.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Requests.form;

import java.util.Set;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Tokens;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.token.TokenResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6749 §4.4: a client that acts for itself")
class ClientCredentialsGrantTest {
  private final Gatehouse gatehouse = new Gatehouse();
  private final Client machine = gatehouse.register(Clients.machine());

  private TokenResponse ask(Client client, String scope) {
    return gatehouse.token(client, form("grant_type", "client_credentials", "scope", scope));
  }

  @Test
  void getsAnAccessTokenAndNothingElse() {
    TokenResponse response = ask(machine, "orders.read");

    assertThat(response.scopes()).containsExactly("orders.read");
    assertThat(response.refreshToken()).isEmpty();
    assertThat(response.idToken()).isEmpty();
    assertThat(Tokens.accessToken(response).claim("sub")).isEqualTo("machine");
  }

  @Test
  void getsAllItsApiScopesWhereItNamesNone() {
    Client mixed =
        gatehouse.register(
            Clients.machine().allowedScopes(Set.of("openid", "orders.read", "stock.read")));

    assertThat(ask(mixed, "").scopes()).containsExactly("orders.read", "stock.read");
  }

  @Test
  void isRefusedWhereItHasNoScopeAtAll() {
    Client bare = gatehouse.register(Clients.machine().allowedScopes(Set.of("openid")));

    Refused.with(Refusal.SCOPE_MISSING, () -> ask(bare, ""));
    Refused.with(Refusal.SCOPE_MISSING, () -> ask(machine, "  "));
  }

  @Test
  void isRefusedAScopeThatIsUnknownDisabledOrNotItsOwn() {
    gatehouse.catalogue.put(ApiScope.named("orders.write").enabled(false).build());

    Refused.with(Refusal.SCOPE_UNKNOWN, () -> ask(machine, "orders.read nothing"));
    Refused.with(Refusal.SCOPE_UNKNOWN, () -> ask(machine, "orders.write"));
    Refused.with(Refusal.SCOPE_NOT_ALLOWED, () -> ask(machine, "stock.read"));
  }

  @Test
  void isRefusedScopesThatNeedAUser() {
    Client mixed =
        gatehouse.register(
            Clients.machine()
                .allowOfflineAccess(true)
                .allowedScopes(Set.of("openid", "orders.read")));

    Refused.with(Refusal.SCOPE_NEEDS_USER, () -> ask(mixed, "openid orders.read"));
    Refused.with(Refusal.SCOPE_NEEDS_USER, () -> ask(mixed, "orders.read offline_access"));
    Refused.with(Refusal.SCOPE_NOT_ALLOWED, () -> ask(machine, "orders.read offline_access"));
  }

  @Test
  void isRefusedAsAPublicClient() {
    Client open = gatehouse.register(Clients.machine().requireClientSecret(false));

    Refused.with(Refusal.PUBLIC_CLIENT, () -> ask(open, "orders.read"));
  }

  @Test
  void doesNotReachUserinfo() {
    String accessToken = ask(machine, "orders.read").accessToken();

    Refused.with(Refusal.OPENID_SCOPE_NEEDED, () -> gatehouse.userinfo.answer(accessToken));
  }
}
