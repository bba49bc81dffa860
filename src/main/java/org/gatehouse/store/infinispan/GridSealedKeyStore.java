package org.gatehouse.store.infinispan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gatehouse.cluster.Cluster;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.store.StoreUnavailableException;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;

/**
 * Sealed keys in the grid alone: every member holds all of them, none ever expires, and they are
 * gone with the last member. A slot is filled, and a key replaced, by a conditional change of one
 * attempt, which counts where more than half of the expected members hold the keys before it and
 * after it. A minority refuses, also to read: what it does not hold may be elsewhere, and what it
 * has got may be nobody's answer. So a member gives out only what it has seen all members take.
 */
public final class GridSealedKeyStore implements SealedKeyStore {
  private static final String CACHE = "keys";
  private static final String SEPARATOR = ":";
  private static final int READS = 20;
  private static final long PAUSE_NANOS = 100_000_000L;

  private final Cache<String, GridKey> cache;
  private final Assembly members;
  private final Handles handles;

  /** By the names of slots, what all members are known to hold or to have held. */
  private final Map<String, GridKey> settled = new ConcurrentHashMap<>();

  /** Gets the keys of the members that have them. */
  public GridSealedKeyStore(Cluster cluster, Handles handles) {
    this.cache = here(() -> cluster.cache(CACHE, new NewerBeatsOlder()));
    this.members = new Assembly(cluster, cache);
    this.handles = handles;
  }

  /**
   * Waits for the majority.
   *
   * @throws StoreUnavailableException where it does not come together in that time
   */
  public void await(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!isOpen()) {
      if (System.nanoTime() - end >= 0) {
        throw Assembly.refused("in a minority");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean isOpen() {
    try {
      members.atRest();
      return true;
    } catch (StoreUnavailableException e) {
      return false; // asked again, for as long as there is time
    }
  }

  @Override
  public List<SealedKey> findAll(KeyKind kind) {
    for (int i = 0; i < READS; i++) {
      int before = members.atRest();
      Map<String, GridKey> seen = here(() -> read(kind));
      Optional<Map<String, GridKey>> everywhere = settle(seen);
      if (everywhere.isPresent() && members.atRest() == before) {
        settled.putAll(everywhere.get());
        return keys(kind, everywhere.get());
      }
    }
    throw Assembly.refused("members come and go");
  }

  private Map<String, GridKey> read(KeyKind kind) {
    String beginning = beginning(kind);
    Map<String, GridKey> seen = new TreeMap<>();
    for (Map.Entry<String, GridKey> entry : cache.entrySet()) {
      if (entry.getKey().startsWith(beginning)) {
        seen.put(entry.getKey(), entry.getValue());
      }
    }
    return seen;
  }

  /** What all members hold in the place of what this one does; empty where that changes now. */
  private Optional<Map<String, GridKey>> settle(Map<String, GridKey> seen) {
    Map<String, GridKey> everywhere = new TreeMap<>();
    for (Map.Entry<String, GridKey> entry : seen.entrySet()) {
      Optional<GridKey> key =
          entry.getValue().equals(settled.get(entry.getKey()))
              ? Optional.of(entry.getValue())
              : here(() -> settle(entry.getKey(), entry.getValue()));
      if (key.isEmpty()) {
        return Optional.empty();
      }
      everywhere.put(entry.getKey(), key.get());
    }
    return Optional.of(everywhere);
  }

  /**
   * Fills a slot, or gives all members what is in it: of a command whose member was lost, one may
   * have heard and another not.
   */
  private Optional<GridKey> settle(String name, GridKey wanted) {
    GridKey there = cache.putIfAbsent(name, wanted);
    return there == null
        ? Optional.of(wanted)
        : Optional.of(there).filter(key -> cache.replace(name, key, key));
  }

  private static List<SealedKey> keys(KeyKind kind, Map<String, GridKey> everywhere) {
    int length = beginning(kind).length();
    List<SealedKey> keys = new ArrayList<>();
    everywhere.forEach(
        (name, key) -> keys.add(new SealedKey(kind, name.substring(length), key.envelope())));
    return keys;
  }

  @Override
  public boolean create(SealedKey key) {
    String name = name(key);
    GridKey made = GridKey.first(key.envelope(), handles.nextId());
    return decide(name, made, () -> settle(name, made).filter(made::equals).isPresent());
  }

  @Override
  public boolean replace(SealedKey known, String envelope) {
    String name = name(known);
    members.atRest();
    Optional<GridKey> seen = find(name).filter(there -> there.envelope().equals(known.envelope()));
    if (seen.isEmpty()) {
      return false;
    }
    GridKey changed = seen.get().next(envelope, handles.nextId());
    return decide(name, changed, () -> cache.replace(name, seen.get(), changed));
  }

  @Override
  public String location(KeyKind kind, String slot) {
    return "the cache " + CACHE + " of the grid, kind " + kind + ", slot " + slot;
  }

  /**
   * Tries a change, which a repeated command may find that it has made itself. Where members came
   * or went meanwhile it counts only if it is still there.
   */
  private boolean decide(String name, GridKey wanted, BooleanSupplier change) {
    int before = members.atRest();
    boolean isDone = here(change::getAsBoolean) || isThere(name, wanted);
    boolean isUnchanged = members.atRest() == before;
    if (isDone && !isUnchanged && !isThere(name, wanted)) {
      throw Assembly.refused("members came or went");
    }
    return isDone;
  }

  private boolean isThere(String name, GridKey wanted) {
    return find(name).filter(there -> there.attempt().equals(wanted.attempt())).isPresent();
  }

  private Optional<GridKey> find(String name) {
    return here(() -> Optional.ofNullable(cache.get(name)));
  }

  private static String name(SealedKey key) {
    return beginning(key.kind()) + key.slot();
  }

  private static String beginning(KeyKind kind) {
    return kind.wireName() + SEPARATOR;
  }

  private static <T> T here(Supplier<T> verb) {
    try {
      return verb.get();
    } catch (CacheException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
