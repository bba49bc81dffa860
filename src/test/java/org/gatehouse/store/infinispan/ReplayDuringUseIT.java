package org.gatehouse.store.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.cluster.Peer;
import org.gatehouse.crypto.Handle;
import org.gatehouse.crypto.Handles;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.Outcome;
import org.gatehouse.store.StoredGrant;
import org.gatehouse.store.memory.MemoryGrantStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A code that is offered again while its first use comes to its end")
class ReplayDuringUseIT {
  private static final String CLIENT = "client";

  private final Clock clock = Clock.systemUTC();
  private final Peer peer = Peer.join(UUID.randomUUID().toString(), "a", Optional.empty());
  private final GrantAuthority decides = new MemoryGrantStore(clock);
  private final InfinispanGrantStore other = store(decides);
  private final GrantKey key = GrantKey.of(GrantType.AUTHORIZATION_CODE, new Handle("code"));
  private final StoredGrant code =
      new StoredGrant(
          "grant",
          CLIENT,
          Optional.of("alice"),
          Optional.of("session"),
          clock.instant(),
          clock.instant().plusSeconds(60),
          "payload");

  private InfinispanGrantStore store(GrantAuthority database) {
    return new InfinispanGrantStore(database, peer.cluster(), new Handles(), clock);
  }

  @AfterEach
  void leave() {
    peer.close();
  }

  /** The same store, where something happens between the decision of a use and its answer. */
  private GrantAuthority withAfterUse(Runnable deed) {
    return withDeeds(() -> {}, deed);
  }

  /** The same, where it happens just before the decision. */
  private GrantAuthority withBeforeUse(Runnable deed) {
    return withDeeds(deed, () -> {});
  }

  private GrantAuthority withDeeds(Runnable before, Runnable after) {
    return (GrantAuthority)
        Proxy.newProxyInstance(
            ReplayDuringUseIT.class.getClassLoader(),
            new Class<?>[] {GrantAuthority.class},
            (self, method, arguments) -> {
              boolean isUse = method.getName().equals("consumeAbsent");
              if (isUse) {
                before.run();
              }
              Object result = passed(method, arguments);
              if (isUse) {
                after.run();
              }
              return result;
            });
  }

  private Object passed(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(decides, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  @DisplayName("RFC 6749 §4.1.2: the replay ends what the use gave, and the use has won")
  void takesTheVictoryFromNobody() {
    other.create(key, code);
    InfinispanGrantStore store =
        store(withAfterUse(() -> other.revokeAll(GrantFilter.ofGrant("grant"))));

    assertThat(store.consume(key, CLIENT, List.of())).isInstanceOf(Outcome.First.class);
    assertThat(store.consume(key, CLIENT, List.of())).isNotInstanceOf(Outcome.First.class);
  }

  /** As it was while members were lost: the code is in the grid and in the database. */
  @Test
  void hasOneUseWhereANodeThatCannotSeeItInTheGridIsFirst() {
    other.create(key, code);
    decides.create(key, code);
    List<Outcome<StoredGrant>> blind = new ArrayList<>();
    try (Peer cutOff = Peer.join(UUID.randomUUID().toString(), "b", Optional.empty())) {
      InfinispanGrantStore unseeing =
          new InfinispanGrantStore(decides, cutOff.cluster(), new Handles(), clock);
      InfinispanGrantStore store =
          store(
              withBeforeUse(
                  () -> {
                    blind.add(unseeing.consume(key, CLIENT, List.of()));
                    unseeing.revokeAll(GrantFilter.ofGrant("grant")); // it met a replay
                  }));

      assertThat(store.consume(key, CLIENT, List.of())).isNotInstanceOf(Outcome.First.class);
      assertThat(blind).singleElement().isInstanceOf(Outcome.First.class);
    }
  }

  @Test
  void isOverWhereItsSessionEndsMeanwhile() {
    other.create(key, code);
    InfinispanGrantStore store =
        store(
            withAfterUse(
                () ->
                    other.revokeAll(
                        GrantFilter.ofSession(GrantType.AUTHORIZATION_CODE, "session"))));

    assertThat(store.consume(key, CLIENT, List.of())).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void isOverWhereItsGrantWasEndedBefore() {
    other.create(key, code);
    other.revokeAll(GrantFilter.ofGrant("grant"));

    assertThat(store(decides).consume(key, CLIENT, List.of())).isInstanceOf(Outcome.Unknown.class);
  }
}
