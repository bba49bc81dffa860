package org.gatehouse.store.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.infinispan.container.entries.CacheEntry;
import org.infinispan.container.entries.ImmortalCacheEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A key of the grid, where two sides meet again")
class GridKeyTest {
  private final NewerBeatsOlder policy = new NewerBeatsOlder();

  @SuppressWarnings("unchecked")
  private static CacheEntry<String, GridKey> entry(String envelope, long version) {
    return new ImmortalCacheEntry("ring:1", new GridKey(envelope, version, "a"));
  }

  @Test
  void isTheOneThatWasReplacedMoreOften() {
    CacheEntry<String, GridKey> older = entry("older", 1);
    CacheEntry<String, GridKey> newer = entry("newer", 2);

    assertThat(policy.merge(older, List.of(newer))).isSameAs(newer);
    assertThat(policy.merge(newer, List.of(older))).isSameAs(newer);
  }

  @Test
  void isThatOfTheSideWhichWentOnWhereBothAreAlike() {
    CacheEntry<String, GridKey> ours = entry("ours", 1);

    assertThat(policy.merge(ours, List.of(entry("theirs", 1)))).isSameAs(ours);
  }

  @Test
  void isTheOneThatIsThere() {
    CacheEntry<String, GridKey> theirs = entry("theirs", 1);

    assertThat(policy.merge(null, List.of(theirs))).isSameAs(theirs);
  }

  @Test
  void showsNoEnvelope() {
    assertThat(GridKey.first("envelope", "a").next("other", "b")).hasToString("GridKey[version 2]");
  }
}
