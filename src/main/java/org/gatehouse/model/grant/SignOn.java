package org.gatehouse.model.grant;

import java.time.Instant;
import java.util.List;

/**
 * Who signed in, when and how: what ID tokens tell of it (OIDC Core §2).
 *
 * @param subject the user
 * @param sessionId the {@code sid} claim; not the session's handle
 * @param authTime when the user last proved themselves; milliseconds, {@code auth_time} has seconds
 * @param amr methods used (RFC 8176)
 * @param idp the identity provider, {@link #LOCAL} for our own user store
 */
public record SignOn(
    String subject, String sessionId, Instant authTime, List<String> amr, String idp) {
  /** The identity provider of users who signed in on our own page. */
  public static final String LOCAL = "local";

  public SignOn {
    amr = List.copyOf(amr);
  }
}
