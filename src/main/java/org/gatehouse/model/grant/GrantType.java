package org.gatehouse.model.grant;

/** Kinds of stored grants. The {@code grant_type} parameter is another matter: it stays open. */
public enum GrantType {
  AUTHORIZATION_CODE,
  REFRESH_TOKEN,
  REFERENCE_TOKEN,
  /** What the use of a refresh token was answered, under the handle that was used. */
  REFRESH_ANSWER,
  CONSENT,
  DEVICE_CODE,
  /** A user's sign-on session. */
  USER_SESSION,
  /** The mark of a grant whose tokens are all revoked. */
  REVOCATION,
  /** The mark of an identifier that may come once, such as a {@code jti}. */
  REPLAY,
  /** What this server remembers for a short time, such as the state of a login elsewhere. */
  MESSAGE,
  /** The mark of something that was done a moment ago. */
  THROTTLE
}
