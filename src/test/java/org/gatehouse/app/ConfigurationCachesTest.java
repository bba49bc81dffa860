package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.config.CacheConfig;
import org.gatehouse.fixture.Keys;
import org.gatehouse.model.configuration.Resources;
import org.gatehouse.store.ClientStore;
import org.gatehouse.store.ResourceStore;
import org.gatehouse.store.SettableClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a node holds of the database's clients and resources")
class ConfigurationCachesTest {
  private static final CacheConfig CONFIG =
      new CacheConfig(Duration.ofMinutes(5), Duration.ofMinutes(1), 100, Duration.ofSeconds(1));

  private final SettableClock clock = new SettableClock(Keys.NOW);
  private final ConfigurationCaches caches = new ConfigurationCaches(CONFIG, clock);
  private final AtomicInteger clientLooks = new AtomicInteger();
  private final AtomicInteger resourceLooks = new AtomicInteger();
  private final ClientStore clients =
      caches.inFrontOf(
          (ClientStore)
              id -> {
                clientLooks.incrementAndGet();
                return Optional.empty();
              });
  private final ResourceStore resources = caches.inFrontOf(new Counted(resourceLooks));

  private record Counted(AtomicInteger looks) implements ResourceStore {
    @Override
    public Resources find(Set<String> scopes) {
      return all();
    }

    @Override
    public Resources all() {
      looks.incrementAndGet();
      return new Resources(List.of(), List.of(), List.of());
    }
  }

  private void look() {
    clients.find("web");
    resources.find(Set.of("openid"));
  }

  @Test
  void isDroppedTogether() {
    look();
    look();
    caches.drop();
    look();

    assertThat(clientLooks).hasValue(2);
    assertThat(resourceLooks).hasValue(2);
  }

  @Test
  void isUsedForAsLongAsTheSettingsSay() {
    look();
    clock.advance(Duration.ofMinutes(1));
    look();

    assertThat(clientLooks).hasValue(1);
    assertThat(resourceLooks).hasValue(2);
  }
}
