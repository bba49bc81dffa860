package org.gatehouse.store.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.StoredGrant;

/** Stored grants by their key, and by what filters name. Guarded by its owner. */
final class GrantTable {
  private final Map<GrantKey, StoredGrant> grants = new HashMap<>();
  private final GrantIndex<Instant> byEnd = new GrantIndex<>();
  private final GrantIndex<String> byGrant = new GrantIndex<>();
  private final GrantIndex<String> bySubject = new GrantIndex<>();
  private final GrantIndex<String> bySession = new GrantIndex<>();

  boolean holds(GrantKey key) {
    return grants.containsKey(key);
  }

  Optional<StoredGrant> get(GrantKey key) {
    return Optional.ofNullable(grants.get(key));
  }

  void add(GrantKey key, StoredGrant grant) {
    grants.put(key, grant);
    byEnd.add(grant.expiresAt(), key);
    byGrant.add(grant.grantId(), key);
    grant.subject().ifPresent(subject -> bySubject.add(subject, key));
    grant.sessionId().ifPresent(session -> bySession.add(session, key));
  }

  void remove(GrantKey key) {
    StoredGrant grant = grants.remove(key);
    if (grant != null) {
      byEnd.remove(grant.expiresAt(), key);
      byGrant.remove(grant.grantId(), key);
      grant.subject().ifPresent(subject -> bySubject.remove(subject, key));
      grant.sessionId().ifPresent(session -> bySession.remove(session, key));
    }
  }

  /** The keys that the filter names, looked up by the narrowest of what it gives. */
  List<GrantKey> matching(GrantFilter filter) {
    Collection<GrantKey> candidates =
        filter
            .grantId()
            .map(byGrant::of)
            .or(() -> filter.sessionId().map(bySession::of))
            .or(() -> filter.subject().map(bySubject::of))
            .orElseGet(() -> List.copyOf(grants.keySet()));
    return candidates.stream()
        .filter(key -> get(key).filter(grant -> filter.matches(key.type(), grant)).isPresent())
        .toList();
  }

  void dropExpired(Instant now) {
    Optional<Instant> end = byEnd.first();
    while (end.isPresent() && !end.get().isAfter(now)) {
      byEnd.of(end.get()).forEach(this::remove);
      end = byEnd.first();
    }
  }

  int size() {
    return grants.size();
  }

  /** Whether nothing is held, in no index either. */
  boolean isEmpty() {
    return grants.isEmpty()
        && byEnd.isEmpty()
        && byGrant.isEmpty()
        && bySubject.isEmpty()
        && bySession.isEmpty();
  }
}
