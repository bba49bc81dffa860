package org.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.gatehouse.config.AdminConfig;
import org.gatehouse.fixture.LogLines;
import org.gatehouse.model.configuration.AdminScopes;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.IdentityResource;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.store.ResourceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Scopes and APIs of a customer's own store")
class RegisteredResourcesTest {
  private final LogLines log = LogLines.of(RegisteredResources.class);

  @AfterEach
  void stopListening() {
    log.close();
  }

  /** A store that looks at nothing, whatever it is asked for. */
  private record Careless(Resources all) implements ResourceStore {
    @Override
    public Resources find(Set<String> scopes) {
      return all;
    }
  }

  private static RegisteredResources of(ApiScope scope, ApiResource api, boolean administered) {
    Resources all =
        new Resources(
            List.of(IdentityResource.named("profile").build()), List.of(scope), List.of(api));
    return new RegisteredResources(new Careless(all), new AdminConfig(administered));
  }

  private static RegisteredResources of(ApiResource api) {
    return of(ApiScope.named("pay").build(), api, false);
  }

  private static ApiResource api(boolean apart) {
    return ApiResource.named("payments")
        .scopes(Set.of("pay"))
        .requireResourceIndicator(apart)
        .build();
  }

  @Test
  void areFoundWhereNothingIsWrongWithThem() {
    Resources found = of(api(false)).find(Set.of("pay"));

    assertThat(found.scopeNames()).containsExactly("profile", "pay");
    assertThat(found.apiResources()).containsExactly(api(false));
    assertThat(log.lines()).isEmpty();
  }

  @Test
  @DisplayName("RFC 8707: no token is for an API that wants to be named, since nobody can name it")
  void areNoAudienceWhereTheApiIsToBeKeptApart() {
    RegisteredResources resources = of(api(true));

    assertThat(resources.find(Set.of("pay")).apiResources()).isEmpty();
    assertThat(resources.all().apiResources()).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "The API resource payments is not served: RequireResourceIndicator must be false: this"
                + " version cannot do the other");
  }

  @Test
  void areUnknownWhileDisabled() {
    ApiScope disabled = ApiScope.named("pay").enabled(false).build();

    assertThat(of(disabled, api(false), false).find(Set.of("pay")).apiScopes()).isEmpty();
  }

  @Test
  void doNotTakeThePlaceOfTheServersOwn() {
    ApiScope sly = ApiScope.named(AdminScopes.ADMIN).build();
    ApiResource audience =
        ApiResource.named(AdminScopes.ADMIN).scopes(Set.of(AdminScopes.ADMIN)).build();

    Resources found = of(sly, audience, false).find(Set.of(AdminScopes.ADMIN));

    assertThat(found.apiScopes()).isEmpty();
    assertThat(found.apiResources()).isEmpty();
  }

  @Test
  void areJoinedByTheAdministrationWhereItIsOn() {
    RegisteredResources resources = of(ApiScope.named("pay").build(), api(false), true);

    assertThat(resources.find(Set.of(AdminScopes.READ)).apiResources())
        .extracting(ApiResource::name)
        .containsExactly("payments", AdminScopes.ADMIN);
    assertThat(resources.all().scopeNames()).contains(AdminScopes.ADMIN, AdminScopes.READ);
  }
}
