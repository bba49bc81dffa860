package org.gatehouse.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.fixture.Keys;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.store.ChangeRefused;
import org.gatehouse.store.FixedStore;
import org.gatehouse.store.StoreUnavailableException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9457: problems of what cannot be changed, or not now")
class ReadOnlyTest {
  private static final String BODY = "{\"Name\": \"read\"}";

  private final Aggregates<ApiScope> scopes =
      new Aggregates<>(
          "/api-scopes",
          new FixedStore<>(List.of(ApiScope.named("read").build()), ApiScope::name, Keys.NOW),
          new Notation<>(
              ApiScope::name,
              "Name",
              json -> new Notation.Read<>(ApiScope.named("read").build(), List.of()),
              scope -> List.of()),
          (before, wanted) -> wanted);

  private static Problem problem(ThrowingCallable change) {
    return AdminExceptionMapper.problem(catchThrowableOfType(RuntimeException.class, change));
  }

  @Test
  void refusesEveryChangeOfWhatComesFromFiles() {
    assertThat(
            List.of(
                problem(() -> scopes.create(BODY)),
                problem(() -> scopes.replace("read", "\"0\"", BODY)),
                problem(() -> scopes.delete("read", "\"0\"")),
                problem(() -> scopes.change("read", "\"0\"", scope -> scope))))
        .allSatisfy(
            problem -> {
              assertThat(problem.status()).isEqualTo(405);
              assertThat(problem.detail()).contains("gatehouse.store.configuration=database");
            });
  }

  @Test
  void readsWhatComesFromFiles() {
    assertThat(scopes.stored("read").value().name()).isEqualTo("read");
    assertThat(problem(() -> scopes.stored("none")).status()).isEqualTo(404);
  }

  @Test
  void asksToComeAgainWhereTheStoreDoesNotAnswer() {
    assertThat(
            AdminExceptionMapper.problem(
                    new StoreUnavailableException(new IllegalStateException("down")))
                .status())
        .isEqualTo(503);
  }

  @Test
  void hasAnAnswerForEveryRefusalOfAStore() {
    assertThat(ChangeRefused.Reason.values())
        .extracting(reason -> AdminExceptionMapper.problem(new ChangeRefused(reason, "a")).status())
        .containsExactly(409, 404, 412, 405);
  }
}
