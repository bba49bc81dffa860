package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.model.configuration.ApiScope;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clients and resources that are held in memory")
class CachingStoresTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final Map<String, Client> kept = new ConcurrentHashMap<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final ClientStore origin =
      id -> {
        looks.incrementAndGet();
        return Optional.ofNullable(kept.get(id));
      };
  private final CachingClientStore clients =
      new CachingClientStore(origin, Duration.ofMinutes(5), 100, clock);

  @Test
  void areAskedForOnce() {
    kept.put("web", Client.named("web").build());

    clients.find("web");
    clients.find("web");

    assertThat(looks).hasValue(1);
  }

  @Test
  void areRememberedToBeMissing() {
    assertThat(clients.find("none")).isEmpty();
    assertThat(clients.find("none")).isEmpty();

    assertThat(looks).hasValue(1);
  }

  @Test
  void areAskedForAnewAfterTheirTime() {
    clients.find("web");
    kept.put("web", Client.named("web").build());
    clock.advance(Duration.ofMinutes(5));

    assertThat(clients.find("web")).isPresent();
  }

  @Test
  void areForgottenTogether() {
    clients.find("web");
    kept.put("web", Client.named("web").build());

    clients.drop();

    assertThat(clients.find("web")).isPresent();
  }

  @Test
  void areAskedForOnceByManyAtTheSameMoment() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CachingClientStore slow =
        new CachingClientStore(
            id -> {
              started.countDown();
              await(go);
              return origin.find(id);
            },
            Duration.ofMinutes(5),
            100,
            clock);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Optional<Client>>> all =
          java.util.stream.IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> slow.find("web")))
              .toList();
      await(started);
      go.countDown();
      for (Future<Optional<Client>> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(looks).hasValue(1);
  }

  @Test
  void areNotHeldWhereTheyWereDroppedWhileAskedFor() {
    CachingClientStore[] dropped = new CachingClientStore[1];
    dropped[0] =
        new CachingClientStore(
            id -> {
              Optional<Client> before = origin.find(id);
              if (looks.get() == 1) {
                kept.put("web", Client.named("web").build());
                dropped[0].drop();
              }
              return before;
            },
            Duration.ofMinutes(5),
            100,
            clock);

    assertThat(dropped[0].find("web")).isEmpty();
    assertThat(dropped[0].find("web")).isPresent();
  }

  @Test
  void areUsedForLongerWhileTheStoreDoesNotAnswer() {
    kept.put("web", Client.named("web").build());
    boolean[] down = new boolean[1];
    CachingClientStore held =
        new CachingClientStore(
            id -> {
              if (down[0]) {
                throw new StoreUnavailableException(new IllegalStateException());
              }
              return origin.find(id);
            },
            Duration.ofMinutes(5),
            100,
            clock);
    held.find("web");
    down[0] = true;
    clock.advance(Duration.ofHours(1));

    assertThat(held.find("web")).isPresent();
    assertThatThrownBy(() -> held.find("other")).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void areResourcesThatAreUsedForLongerWhileTheStoreDoesNotAnswer() {
    boolean[] down = new boolean[1];
    Resources known = new Resources(List.of(), List.of(ApiScope.named("known").build()), List.of());
    CachingResourceStore held =
        new CachingResourceStore(
            new ResourceStore() {
              @Override
              public Resources find(Set<String> scopes) {
                return all().of(scopes);
              }

              @Override
              public Resources all() {
                if (down[0]) {
                  throw new StoreUnavailableException(new IllegalStateException());
                }
                return known;
              }
            },
            Duration.ofMinutes(5),
            clock);
    held.all();
    down[0] = true;
    clock.advance(Duration.ofHours(1));

    assertThat(held.all()).isEqualTo(known);
  }

  @Test
  void areResourcesOfOneState() {
    AtomicInteger reads = new AtomicInteger();
    ResourceStore resources =
        new ResourceStore() {
          @Override
          public Resources find(Set<String> scopes) {
            return all().of(scopes);
          }

          @Override
          public Resources all() {
            String name = "scope" + reads.incrementAndGet();
            return new Resources(List.of(), List.of(ApiScope.named(name).build()), List.of());
          }
        };
    CachingResourceStore held = new CachingResourceStore(resources, Duration.ofMinutes(5), clock);

    assertThat(held.all().scopeNames()).containsExactly("scope1");
    assertThat(held.find(Set.of("scope1")).scopeNames()).containsExactly("scope1");
    held.drop();
    assertThat(held.all().scopeNames()).containsExactly("scope2");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
