package org.gatehouse.store;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Things of files and code, as they were at the start: they are shown, and not changed.
 *
 * @param <T> what they are
 */
public final class FixedStore<T> implements EditableStore<T> {
  private final NavigableMap<String, Stored<T>> things = new TreeMap<>();

  public FixedStore(List<T> values, Function<T, String> nameOf, Instant start) {
    values.forEach(each -> things.put(nameOf.apply(each), new Stored<>(each, 0, start, start)));
  }

  @Override
  public List<Stored<T>> page(String after, int limit) {
    return things.tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public Optional<Stored<T>> find(String name) {
    return Optional.ofNullable(things.get(name));
  }

  @Override
  public Stored<T> create(T value) {
    throw readOnly();
  }

  @Override
  public Stored<T> replace(T value, long version) {
    throw readOnly();
  }

  @Override
  public void delete(String name, long version) {
    throw readOnly();
  }

  private static ChangeRefused readOnly() {
    return new ChangeRefused(ChangeRefused.Reason.READ_ONLY, "");
  }
}
