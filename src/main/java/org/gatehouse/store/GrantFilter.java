package org.gatehouse.store;

import java.util.Optional;
import org.gatehouse.model.grant.GrantType;

/**
 * Which grants are meant: those that match everything that is given.
 *
 * @param type the kind
 * @param grantId the authorization
 * @param subject the user
 * @param clientId the client
 * @param sessionId the user's session
 */
public record GrantFilter(
    Optional<GrantType> type,
    Optional<String> grantId,
    Optional<String> subject,
    Optional<String> clientId,
    Optional<String> sessionId) {
  public GrantFilter {
    if (grantId.isEmpty() && subject.isEmpty() && clientId.isEmpty() && sessionId.isEmpty()) {
      throw new IllegalArgumentException("a filter names a grant, a user, a client or a session");
    }
  }

  /** Everything that came from one authorization. */
  public static GrantFilter ofGrant(String grantId) {
    return new GrantFilter(
        Optional.empty(),
        Optional.of(grantId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Everything of one kind that came from one session of a user. */
  public static GrantFilter ofSession(GrantType type, String sessionId) {
    return new GrantFilter(
        Optional.of(type),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sessionId));
  }

  /** Everything of one kind between a user and a client. */
  public static GrantFilter of(GrantType type, String subject, String clientId) {
    return new GrantFilter(
        Optional.of(type),
        Optional.empty(),
        Optional.of(subject),
        Optional.of(clientId),
        Optional.empty());
  }

  /** Whether the grant is one of those meant. */
  public boolean matches(GrantType kind, StoredGrant grant) {
    return type.map(kind::equals).orElse(true)
        && grantId.map(grant.grantId()::equals).orElse(true)
        && clientId.map(grant.clientId()::equals).orElse(true)
        && (subject.isEmpty() || subject.equals(grant.subject()))
        && (sessionId.isEmpty() || sessionId.equals(grant.sessionId()));
  }
}
