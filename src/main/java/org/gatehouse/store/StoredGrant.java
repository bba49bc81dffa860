package org.gatehouse.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A grant as a store keeps it: what it is found by, in clear; everything else sealed.
 *
 * @param grantId the authorization it belongs to
 * @param clientId the client it was issued to
 * @param subject the user; empty where there is none
 * @param sessionId the user's session; empty where there is none
 * @param createdAt when it was issued
 * @param expiresAt from when on it is as good as unknown
 * @param payload sealed content, opaque to the store
 */
public record StoredGrant(
    String grantId,
    String clientId,
    Optional<String> subject,
    Optional<String> sessionId,
    Instant createdAt,
    Instant expiresAt,
    String payload) {

  /** The same grant with another end. */
  public StoredGrant until(Instant end) {
    return new StoredGrant(grantId, clientId, subject, sessionId, createdAt, end, payload);
  }

  /** What is left of it when it is used up: all but the payload. */
  public StoredGrant spent() {
    return new StoredGrant(grantId, clientId, subject, sessionId, createdAt, expiresAt, "");
  }

  /** Without the payload. */
  @Override
  public String toString() {
    return "StoredGrant[" + clientId + ", expires " + expiresAt + "]";
  }
}
