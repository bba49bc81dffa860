package org.gatehouse.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.config.SecretText;
import org.gatehouse.model.User;
import org.gatehouse.model.configuration.StandardScopes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Users for trying")
class DemoUsersTest {
  private final DemoUsers users =
      new DemoUsers(Map.of("alice", new SecretText("of alice"), "bob", new SecretText("of bob")));

  @ParameterizedTest
  @DisplayName("OIDC Core §5.1: have every standard claim, each of its type")
  @ValueSource(strings = {"alice", "bob"})
  void haveEveryStandardClaim(String name) {
    User user = users.authenticate(name, "of " + name).orElseThrow();
    Set<String> standard = new LinkedHashSet<>();
    StandardScopes.all().forEach(scope -> standard.addAll(scope.userClaims()));
    standard.remove("sub");

    assertThat(user.claims().keySet()).containsExactlyInAnyOrderElementsOf(standard);
    assertThat(user.claims().get("address")).isInstanceOf(Map.class);
    assertThat(user.claims().get("updated_at")).isInstanceOf(Number.class);
    assertThat(user.claims().get("email_verified")).isInstanceOf(Boolean.class);
    assertThat(user.claims().get("phone_number_verified")).isInstanceOf(Boolean.class);
    assertThat(user.active()).isTrue();
  }

  @Test
  void areFoundBySubject() {
    User alice = users.authenticate("alice", "of alice").orElseThrow();

    assertThat(users.find(alice.subject())).contains(alice);
    assertThat(users.find("alice")).isEmpty();
  }

  @Test
  void doNotSignInWithAnothersPassword() {
    for (String password : List.of("of bob", "", "nobody", "of alice ")) {
      assertThat(users.authenticate("alice", password)).isEmpty();
    }
  }

  @Test
  void areNobodyElse() {
    assertThat(users.authenticate("carol", "nobody")).isEmpty();
    assertThat(users.authenticate("nobody", "nobody")).isEmpty();
    assertThat(users.authenticate("ALICE", "of alice")).isEmpty();
  }

  @Test
  void areMissingWhereThereAreNone() {
    assertThat(new NoUsers().authenticate("alice", "of alice")).isEmpty();
    assertThat(new NoUsers().find("demo-1")).isEmpty();
  }
}
