package org.gatehouse.model.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scopes and the APIs behind them")
class ResourcesTest {
  private final Resources resources =
      new Resources(
          List.of(
              IdentityResource.named("openid").build(), IdentityResource.named("email").build()),
          List.of(
              ApiScope.named("orders.read").build(),
              ApiScope.named("orders.old").enabled(false).build()),
          List.of(
              ApiResource.named("orders").scopes(Set.of("orders.read", "orders.old")).build(),
              ApiResource.named("retired").enabled(false).scopes(Set.of("orders.read")).build()));

  @Test
  void narrowsToTheScopesOfARequest() {
    Resources found = resources.of(Set.of("openid", "orders.read", "unknown"));

    assertThat(found.scopeNames()).containsExactly("openid", "orders.read");
    assertThat(found.apiResources()).extracting(ApiResource::name).contains("orders");
  }

  @Test
  void findsNoApiForIdentityScopes() {
    assertThat(resources.of(Set.of("openid")).apiResources()).isEmpty();
  }

  @Test
  void leavesOutWhatIsNotEnabled() {
    Resources enabled = resources.enabled();

    assertThat(enabled.scopeNames()).containsExactly("openid", "email", "orders.read");
    assertThat(enabled.apiResourcesOf("orders.read"))
        .extracting(ApiResource::name)
        .containsExactly("orders");
  }

  @Test
  void findsByName() {
    assertThat(resources.identityResource("email")).isPresent();
    assertThat(resources.identityResource("orders.read")).isEmpty();
    assertThat(resources.apiScope("orders.read")).isPresent();
    assertThat(resources.apiScope("email")).isEmpty();
  }
}
