package org.gatehouse.store.infinispan;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;
import org.gatehouse.store.GrantAuthority;
import org.gatehouse.store.GrantFilter;
import org.gatehouse.store.GrantKey;
import org.gatehouse.store.GrantStore;
import org.gatehouse.store.StoredGrant;

/**
 * Marks in the database that the codes of a session, or of a grant, are over: also those of which
 * the node that ends them does not know, since it is cut from the members that do.
 */
final class EndedCodes {
  /** No code that waits in the grid lives longer. */
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final GrantStore database;
  private final Clock clock;

  EndedCodes(GrantStore database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Marks what the filter names; false where a filter of its kind cannot be marked. */
  boolean mark(GrantFilter filter) {
    if (filter.subject().isPresent() || filter.clientId().isPresent()) {
      return false;
    }
    Optional<GrantKey> key =
        filter.grantId().isPresent() && filter.sessionId().isPresent()
            ? Optional.empty()
            : filter.grantId().map(EndedCodes::ofGrant).or(() -> session(filter));
    key.ifPresent(each -> database.create(each, mark()));
    return key.isPresent();
  }

  /** Whether the grant of this code was ended, and the code with it. */
  boolean holdsGrant(StoredGrant code) {
    return database.find(ofGrant(code.grantId())).isPresent();
  }

  /** Whether the codes of this one's session were ended. */
  boolean holdsSession(StoredGrant code) {
    return code.sessionId().map(EndedCodes::ofSession).flatMap(database::find).isPresent();
  }

  /** What stands in for a code of which nothing is known. */
  StoredGrant mark() {
    return new StoredGrant(
        GrantAuthority.NO_FILTER_NAMES_IT,
        GrantAuthority.NO_FILTER_NAMES_IT,
        Optional.empty(),
        Optional.empty(),
        clock.instant(),
        clock.instant().plus(LONGEST_WAIT),
        "");
  }

  private static Optional<GrantKey> session(GrantFilter filter) {
    return filter.sessionId().map(EndedCodes::ofSession);
  }

  private static GrantKey ofGrant(String grantId) {
    return GrantKey.of(GrantType.REVOCATION, new Handle("codes of grant " + grantId));
  }

  private static GrantKey ofSession(String sessionId) {
    return GrantKey.of(GrantType.REVOCATION, new Handle("codes of session " + sessionId));
  }
}
