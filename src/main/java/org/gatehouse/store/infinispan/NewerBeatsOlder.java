package org.gatehouse.store.infinispan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.infinispan.conflict.EntryMergePolicy;
import org.infinispan.container.entries.CacheEntry;

/**
 * Where two sides that lost each other meet again: of a slot the version that was replaced more
 * often, of two alike that of the side which went on; something beats nothing, for slots are never
 * freed.
 */
final class NewerBeatsOlder implements EntryMergePolicy<String, GridKey> {
  @Override
  public CacheEntry<String, GridKey> merge(
      CacheEntry<String, GridKey> preferred, List<CacheEntry<String, GridKey>> others) {
    return Stream.concat(Stream.ofNullable(preferred), others.stream())
        .filter(Objects::nonNull)
        .filter(entry -> entry.getValue() != null)
        .reduce(NewerBeatsOlder::newer)
        .orElse(preferred);
  }

  private static CacheEntry<String, GridKey> newer(
      CacheEntry<String, GridKey> first, CacheEntry<String, GridKey> next) {
    return next.getValue().version() > first.getValue().version() ? next : first;
  }
}
