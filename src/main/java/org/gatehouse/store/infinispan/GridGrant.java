package org.gatehouse.store.infinispan;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.store.StoredGrant;
import org.infinispan.protostream.annotations.ProtoField;

/**
 * A grant as it travels and rests in the grid. Numbers of fields are never given anew; a member of
 * another version passes over those that it does not know.
 *
 * @param grantId see {@link StoredGrant}
 * @param clientId see {@link StoredGrant}
 * @param subject empty where there is none
 * @param sessionId empty where there is none
 * @param createdAt milliseconds since 1970
 * @param expiresAt milliseconds since 1970
 * @param payload sealed; empty once the grant is over
 * @param state what became of it: {@link #LIVE}, {@link #USED} or {@link #REVOKED}
 * @param attempt who changed it last, so that a repeated command knows its own work
 */
record GridGrant(
    @ProtoField(1) String grantId,
    @ProtoField(2) String clientId,
    @ProtoField(3) String subject,
    @ProtoField(4) String sessionId,
    @ProtoField(value = 5, defaultValue = "0") long createdAt,
    @ProtoField(value = 6, defaultValue = "0") long expiresAt,
    @ProtoField(7) String payload,
    @ProtoField(value = 8, defaultValue = "0") int state,
    @ProtoField(9) String attempt) {
  static final int LIVE = 0;
  static final int USED = 1;
  static final int REVOKED = 2;

  /** ProtoStream gives null for what another version has left out. */
  GridGrant {
    grantId = Objects.requireNonNullElse(grantId, "");
    clientId = Objects.requireNonNullElse(clientId, "");
    subject = Objects.requireNonNullElse(subject, "");
    sessionId = Objects.requireNonNullElse(sessionId, "");
    payload = Objects.requireNonNullElse(payload, "");
    attempt = Objects.requireNonNullElse(attempt, "");
  }

  static GridGrant of(StoredGrant grant, String attempt) {
    return new GridGrant(
        grant.grantId(),
        grant.clientId(),
        grant.subject().orElse(""),
        grant.sessionId().orElse(""),
        grant.createdAt().toEpochMilli(),
        grant.expiresAt().toEpochMilli(),
        grant.payload(),
        LIVE,
        attempt);
  }

  StoredGrant stored() {
    return new StoredGrant(
        grantId,
        clientId,
        Optional.of(subject).filter(text -> !text.isEmpty()),
        Optional.of(sessionId).filter(text -> !text.isEmpty()),
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(expiresAt),
        payload);
  }

  /** What is left of it once it is over: all but the payload. */
  GridGrant over(int as, String by) {
    return new GridGrant(grantId, clientId, subject, sessionId, createdAt, expiresAt, "", as, by);
  }

  GridGrant until(Instant end, String by) {
    return new GridGrant(
        grantId, clientId, subject, sessionId, createdAt, end.toEpochMilli(), payload, state, by);
  }

  boolean isLive() {
    return state == LIVE;
  }

  boolean isGoodAt(Instant now) {
    return isLive() && !hasEnded(now);
  }

  boolean hasEnded(Instant now) {
    return now.toEpochMilli() >= expiresAt;
  }

  /** Without the payload. */
  @Override
  public String toString() {
    return "GridGrant[" + clientId + ", state " + state + "]";
  }
}
