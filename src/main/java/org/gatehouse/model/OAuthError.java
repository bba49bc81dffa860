package org.gatehouse.model;

import java.util.Locale;
import java.util.OptionalInt;

/** Error codes of OAuth and OpenID Connect, with the HTTP status of a direct answer. */
public enum OAuthError {
  INVALID_REQUEST(400),
  INVALID_CLIENT(401),
  INVALID_GRANT(400),
  INVALID_SCOPE(400),
  UNAUTHORIZED_CLIENT(400),
  UNSUPPORTED_GRANT_TYPE(400),
  UNSUPPORTED_RESPONSE_TYPE(400),
  ACCESS_DENIED(403),
  SERVER_ERROR(500),
  TEMPORARILY_UNAVAILABLE(503),
  LOGIN_REQUIRED(400),
  CONSENT_REQUIRED(400),
  INTERACTION_REQUIRED(400),
  REQUEST_NOT_SUPPORTED(400),
  REQUEST_URI_NOT_SUPPORTED(400),
  REGISTRATION_NOT_SUPPORTED(400),
  INVALID_TOKEN(401),
  INSUFFICIENT_SCOPE(403);

  private final int status;

  OAuthError(int status) {
    this.status = status;
  }

  /** The value of {@code error} on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int status() {
    return status;
  }

  /** After how many seconds it is worth to come again (RFC 9110 §10.2.3). */
  public OptionalInt retryAfter() {
    return this == TEMPORARILY_UNAVAILABLE ? OptionalInt.of(2) : OptionalInt.empty();
  }
}
