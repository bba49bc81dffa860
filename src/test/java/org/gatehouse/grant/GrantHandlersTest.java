package org.gatehouse.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gatehouse.crypto.Handle;
import org.gatehouse.fixture.Clients;
import org.gatehouse.fixture.Gatehouse;
import org.gatehouse.fixture.Refused;
import org.gatehouse.fixture.Requests;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.token.TokenOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6749 §4: the registry of grant types")
class GrantHandlersTest {
  private record Handler(String grantType) implements GrantHandler {
    @Override
    public TokenOrder validate(TokenRequest request) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void tellsItsNamesInAStableOrder() {
    assertThat(
            GrantHandlers.of(List.of(new Handler("z"), new Handler("a"), new Handler("m"))).names())
        .containsExactly("a", "m", "z");
  }

  @Test
  void refusesTwoHandlersOfOneGrantType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GrantHandlers.of(List.of(new Handler("a"), new Handler("a"))))
        .withMessageContaining("a");
  }

  @Test
  void letsOfflineAccessBringTheRefreshGrantWithIt() {
    Gatehouse gatehouse = new Gatehouse();
    Client offline = gatehouse.register(Clients.webApp());
    Client online = gatehouse.register(Clients.otherApp().allowOfflineAccess(false));

    Refused.with(
        Refusal.REFRESH_TOKEN_UNKNOWN,
        () -> gatehouse.token(offline, Requests.refresh(new Handle("x"))));
    Refused.with(
        Refusal.GRANT_TYPE_NOT_ALLOWED,
        () -> gatehouse.token(online, Requests.refresh(new Handle("x"))));
  }
}
