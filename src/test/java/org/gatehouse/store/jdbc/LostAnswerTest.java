package org.gatehouse.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.NewGrant;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoreUnavailableException;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.jdbc.BreakingSource.Point;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Grants in a database whose connection breaks")
class LostAnswerTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String CLIENT = "client";

  private final DataSource good = H2.migrated();
  private final BreakingSource breaking = new BreakingSource(good);
  private final GrantStore store = new JdbcGrantStore(new Database(breaking.source()), CLOCK);
  private final GrantStore other = new JdbcGrantStore(new Database(good), CLOCK);
  private final GrantKey key = key("a");
  private final GrantKey next = key("next");
  private final StoredGrant grant = grant("old");
  private final List<NewGrant> results = List.of(new NewGrant(next, grant("new")));

  private static GrantKey key(String name) {
    return GrantKey.of(GrantType.REFRESH_TOKEN, new Handle(name));
  }

  private static StoredGrant grant(String payload) {
    return new StoredGrant(
        "grant", CLIENT, Optional.of("alice"), Optional.empty(), NOW, NOW.plusSeconds(60), payload);
  }

  @Test
  void keepsAGrantOnceAndKnowsItForItsOwn() {
    breaking.breakAt(Point.ANSWER, 1);

    assertThat(store.create(key, grant)).isTrue();
    assertThat(other.find(key)).contains(grant);
    assertThat(store.create(key, grant)).isFalse();
  }

  @Test
  void takesNoGrantOfAnotherForItsOwn() {
    other.create(key, grant);
    breaking.breakAt(Point.STATEMENT, 1);

    assertThat(store.create(key, grant("another"))).isFalse();
  }

  @Test
  void usesAGrantWhereTheConnectionWasDeadBefore() {
    other.create(key, grant);
    breaking.breakAt(Point.STATEMENT, 1);

    assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.First<>(grant));
  }

  @Test
  void knowsItsOwnUseWhenOnlyTheAnswerWasLost() {
    other.create(key, grant);
    breaking.breakAt(Point.ANSWER, 1);

    assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.First<>(grant.spent()));
    assertThat(store.consume(key, CLIENT)).isEqualTo(new Outcome.Replayed<>("grant"));
  }

  @Test
  void triesAgainWhatBrokeBeforeTheCommit() {
    other.create(key, grant);
    breaking.breakAt(Point.ANSWER, 1);

    assertThat(store.consume(key, CLIENT, results)).isEqualTo(new Outcome.First<>(grant));
    assertThat(other.find(next)).isPresent();
  }

  @Test
  void knowsItsOwnUseWhenTheAnswerToTheCommitWasLost() {
    other.create(key, grant);
    breaking.breakAt(Point.AFTER_COMMIT, 1);

    assertThat(store.consume(key, CLIENT, results)).isEqualTo(new Outcome.First<>(grant));
    assertThat(other.find(next)).isPresent();
    assertThat(other.consume(key, CLIENT)).isEqualTo(new Outcome.Replayed<>("grant"));
  }

  @Test
  void doesNotAnswerWhereTheCommitDidNotHappen() {
    other.create(key, grant);
    breaking.breakAt(Point.BEFORE_COMMIT, 1);

    assertUnavailable(() -> store.consume(key, CLIENT, results));
    assertThat(other.find(next)).isEmpty();
    assertThat(other.consume(key, CLIENT)).isEqualTo(new Outcome.First<>(grant));
  }

  @Test
  void doesNotAnswerWhereAnotherUsedItMeanwhile() {
    other.create(key, grant);
    breaking.breakAt(Point.BEFORE_COMMIT, 1);
    breaking.then(() -> other.consume(key, CLIENT));

    assertUnavailable(() -> store.consume(key, CLIENT, results));
    assertThat(other.find(next)).isEmpty();
  }

  @Test
  void doesNotAnswerWhereNobodyCanLook() {
    other.create(key, grant);
    breaking.breakAt(Point.AFTER_COMMIT, 1);
    breaking.then(() -> breaking.breakAt(Point.CONNECT, 2));

    assertUnavailable(() -> store.consume(key, CLIENT, results));
  }

  @Test
  void triesAgainWhateverMayBeDoneTwice() {
    other.create(key, grant);
    breaking.breakAt(Point.STATEMENT, 1);
    assertThat(store.find(key)).isPresent();
    breaking.breakAt(Point.STATEMENT, 1);
    assertThat(store.findAll(GrantFilter.ofGrant("grant"))).hasSize(1);
    breaking.breakAt(Point.ANSWER, 1);
    assertThat(store.renew(key, NOW.plusSeconds(90))).isTrue();
    breaking.breakAt(Point.ANSWER, 1);
    store.revokeAll(GrantFilter.ofGrant("grant"));
    breaking.breakAt(Point.ANSWER, 1);
    store.revoke(key);

    assertThat(other.find(key)).isEmpty();
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(call);
  }
}
