package org.gatehouse.model;

/** Values of {@code grant_type} that are built in (RFC 6749 §4). The set stays open. */
public final class GrantTypeName {
  /** RFC 6749 §4.1.3. */
  public static final String AUTHORIZATION_CODE = "authorization_code";

  /** RFC 6749 §4.4.2. */
  public static final String CLIENT_CREDENTIALS = "client_credentials";

  /** RFC 6749 §6. */
  public static final String REFRESH_TOKEN = "refresh_token";

  private GrantTypeName() {}
}
