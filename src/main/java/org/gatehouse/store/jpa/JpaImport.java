package org.gatehouse.store.jpa;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;

/**
 * Writes clients and resources into the database, all or none, by their names: again and again with
 * the same result, and by several nodes at once, of which one after the other does it. What is
 * there and differs was changed since; it is replaced only where that is asked for.
 */
public final class JpaImport {
  private static final int AT_ONCE = 500;

  private final JpaUnit unit;
  private final Clock clock;
  private final boolean replaces;
  private final List<String> kept = new ArrayList<>();
  private int created;
  private int replaced;
  private int unchanged;

  public JpaImport(JpaUnit unit, Clock clock, boolean replaces) {
    this.unit = unit;
    this.clock = clock;
    this.replaces = replaces;
  }

  /**
   * How many were made, changed, and there already.
   *
   * @param kept the names of those that differ in the database and were left alone
   */
  public record Counts(int created, int replaced, int unchanged, List<String> kept) {
    public Counts {
      kept = List.copyOf(kept);
    }
  }

  public Counts write(List<Client> clients, Resources resources) {
    unit.changeInTurn(
        manager -> {
          all(manager, Kind.IDENTITY_RESOURCES, resources.identityResources());
          all(manager, Kind.API_SCOPES, resources.apiScopes());
          all(manager, Kind.API_RESOURCES, resources.apiResources());
          all(manager, Kind.CLIENTS, clients);
          return (long) created + replaced;
        });
    return new Counts(created, replaced, unchanged, kept);
  }

  private <T, E extends AggregateEntity<T>> void all(
      EntityManager manager, Kind<T, E> kind, List<T> models) {
    Aggregates<T, E> aggregates = new Aggregates<>(manager, kind);
    for (int from = 0; from < models.size(); from += AT_ONCE) {
      some(aggregates, kind, models.subList(from, Math.min(from + AT_ONCE, models.size())));
    }
  }

  private <T, E extends AggregateEntity<T>> void some(
      Aggregates<T, E> aggregates, Kind<T, E> kind, List<T> models) {
    Map<String, E> there = new HashMap<>();
    aggregates
        .named(models.stream().map(kind.nameOf()).toList())
        .forEach(entity -> there.put(entity.name(), entity));
    for (T model : models) {
      E entity = there.get(kind.nameOf().apply(model));
      E wanted = kind.made().get();
      wanted.change(model, clock.instant());
      if (entity == null) {
        aggregates.requireFree(kind.nameOf().apply(model));
        aggregates.add(wanted);
        created++;
      } else if (wanted.isLike(entity)) {
        unchanged++;
      } else if (!replaces) {
        kept.add(entity.name());
      } else {
        entity.change(model, clock.instant());
        replaced++;
      }
    }
  }
}
