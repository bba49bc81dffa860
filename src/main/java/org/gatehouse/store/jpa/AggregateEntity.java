package org.gatehouse.store.jpa;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gatehouse.store.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A client, a resource or whatever else is changed as a whole.
 *
 * @param <T> what it is in the model
 */
@MappedSuperclass
abstract class AggregateEntity<T> {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Version private long version;
  private Instant created = Instant.EPOCH;
  private Instant updated = Instant.EPOCH;

  abstract String name();

  abstract T toModel();

  /** Becomes what the model says. */
  abstract void from(T model);

  /** As {@link #from}, at this moment, which makes it a new version. */
  void change(T model, Instant now) {
    Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
    from(model);
    created = id == null ? moment : created;
    updated = moment;
  }

  /** Whether the other one says the same. */
  boolean isLike(AggregateEntity<T> other) {
    try {
      return toModel().equals(other.toModel());
    } catch (IllegalArgumentException e) { // somebody wrote a constant that does not exist
      return false;
    }
  }

  Stored<T> toStored() {
    return new Stored<>(toModel(), version, created, updated);
  }

  long version() {
    return version;
  }
}
