package org.gatehouse.store;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.SignOn;

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

  /** What a grant is found by; it has no content yet. */
  static StoredGrant of(Grant grant, Instant createdAt, Instant expiresAt) {
    return new StoredGrant(
        grant.id(),
        grant.clientId(),
        grant.signOn().map(SignOn::subject),
        grant.signOn().map(SignOn::sessionId),
        createdAt,
        expiresAt,
        "");
  }

  /** The same grant with this content. */
  StoredGrant holding(String content) {
    return new StoredGrant(grantId, clientId, subject, sessionId, createdAt, expiresAt, content);
  }

  /** The same grant with another end. */
  public StoredGrant until(Instant end) {
    return new StoredGrant(grantId, clientId, subject, sessionId, createdAt, end, payload);
  }

  /** What is left of it when it is used up: all but the payload. */
  public StoredGrant spent() {
    return holding("");
  }

  /** Without the payload. */
  @Override
  public String toString() {
    return "StoredGrant[" + clientId + ", expires " + expiresAt + "]";
  }
}
