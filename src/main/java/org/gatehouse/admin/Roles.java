package org.gatehouse.admin;

/** Who may do what; the claim {@code groups} of the access token. */
final class Roles {
  /** Reads and changes. */
  static final String ADMIN = "admin";

  /** Reads. */
  static final String VIEWER = "viewer";

  private Roles() {}
}
