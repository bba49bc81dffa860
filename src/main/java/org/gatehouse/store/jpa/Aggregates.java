package org.gatehouse.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gatehouse.store.ChangeRefused;

/**
 * Queries for one kind.
 *
 * @param <T> what it is in the model
 * @param <E> the entity
 */
final class Aggregates<T, E extends AggregateEntity<T>> {
  private final EntityManager manager;
  private final Kind<T, E> kind;

  Aggregates(EntityManager manager, Kind<T, E> kind) {
    this.manager = manager;
    this.kind = kind;
  }

  Optional<E> find(String name) {
    return named(List.of(name)).stream().findFirst();
  }

  List<E> named(Collection<String> names) {
    return manager
        .createQuery(select("e." + kind.name() + " IN :names ORDER BY e.id"), kind.type())
        .setParameter("names", names)
        .getResultList();
  }

  /** In the order of names, which is the database's own. */
  List<E> page(String after, int limit) {
    String order = "e." + kind.name() + " > :after ORDER BY e." + kind.name();
    return manager
        .createQuery(select(order), kind.type())
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  List<E> enabled() {
    return manager
        .createQuery(select("e.enabled = TRUE ORDER BY e.id"), kind.type())
        .getResultList();
  }

  /** Refuses a name that is taken by this kind, or by one that shares its names. */
  void requireFree(String name) {
    if (find(name).isPresent() || kind.sharing().stream().anyMatch(other -> has(other, name))) {
      throw new ChangeRefused(ChangeRefused.Reason.TAKEN, name);
    }
  }

  private boolean has(Class<?> other, String name) {
    String query = "SELECT COUNT(e) FROM " + other.getSimpleName() + " e WHERE e.name = :name";
    return manager.createQuery(query, Long.class).setParameter("name", name).getSingleResult() > 0;
  }

  void add(E entity) {
    manager.persist(entity);
  }

  void remove(E entity) {
    manager.remove(entity);
  }

  void flush() {
    manager.flush();
  }

  private String select(String where) {
    return "SELECT e FROM " + kind.type().getSimpleName() + " e WHERE " + where;
  }
}
