package org.gatehouse.badhouse.authorize;

/** An error. */
public class AuthorizeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
