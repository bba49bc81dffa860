package org.gatehouse.store.infinispan;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.infinispan.conflict.EntryMergePolicy;
import org.infinispan.container.entries.CacheEntry;

/**
 * Where two sides that lost each other meet again: revoked beats used, used beats live, of two live
 * ones the one that ends first.
 */
final class OverBeatsLive implements EntryMergePolicy<String, GridGrant> {
  private static final Comparator<CacheEntry<String, GridGrant>> WEIGHT =
      Comparator.comparingInt((CacheEntry<String, GridGrant> entry) -> entry.getValue().state())
          .thenComparing(entry -> -entry.getValue().expiresAt());

  @Override
  public CacheEntry<String, GridGrant> merge(
      CacheEntry<String, GridGrant> preferred, List<CacheEntry<String, GridGrant>> others) {
    return Stream.concat(Stream.ofNullable(preferred), others.stream())
        .filter(Objects::nonNull)
        .filter(entry -> entry.getValue() != null)
        .max(WEIGHT)
        .orElse(preferred);
  }
}
