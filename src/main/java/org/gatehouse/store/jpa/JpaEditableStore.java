package org.gatehouse.store.jpa;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.store.ChangeRefused;
import org.gatehouse.store.ChangeRefused.Reason;
import org.gatehouse.store.EditableStore;
import org.gatehouse.store.Stored;

/**
 * Things of one kind in the database.
 *
 * @param <T> what they are in the model
 * @param <E> their entity
 */
final class JpaEditableStore<T, E extends AggregateEntity<T>> implements EditableStore<T> {
  private final JpaUnit unit;
  private final Clock clock;
  private final Kind<T, E> kind;

  JpaEditableStore(JpaUnit unit, Clock clock, Kind<T, E> kind) {
    this.unit = unit;
    this.clock = clock;
    this.kind = kind;
  }

  @Override
  public List<Stored<T>> page(String after, int limit) {
    return unit.read(
        manager ->
            new Aggregates<>(manager, kind)
                .page(after, limit).stream().map(AggregateEntity::toStored).toList());
  }

  @Override
  public Optional<Stored<T>> find(String name) {
    return unit.read(
        manager -> new Aggregates<>(manager, kind).find(name).map(AggregateEntity::toStored));
  }

  @Override
  public Stored<T> create(T value) {
    return change(
        all -> {
          all.requireFree(kind.nameOf().apply(value));
          E entity = kind.made().get();
          entity.change(value, clock.instant());
          all.add(entity);
          return entity;
        });
  }

  @Override
  public Stored<T> replace(T value, long version) {
    return change(
        all -> {
          E entity = current(all, kind.nameOf().apply(value), version);
          entity.change(value, clock.instant());
          return entity;
        });
  }

  @Override
  public void delete(String name, long version) {
    unit.change(
        manager -> {
          Aggregates<T, E> all = new Aggregates<>(manager, kind);
          all.remove(current(all, name, version));
          return 1;
        });
  }

  private E current(Aggregates<T, E> all, String name, long version) {
    E entity = all.find(name).orElseThrow(() -> new ChangeRefused(Reason.MISSING, name));
    if (entity.version() != version) {
      throw new ChangeRefused(Reason.STALE, name);
    }
    return entity;
  }

  /** The version is the one after the flush, which raises it. */
  private Stored<T> change(Function<Aggregates<T, E>, E> work) {
    List<Stored<T>> result = new ArrayList<>();
    unit.change(
        manager -> {
          Aggregates<T, E> all = new Aggregates<>(manager, kind);
          E entity = work.apply(all);
          all.flush();
          result.add(entity.toStored());
          return 1;
        });
    return result.get(0);
  }
}
