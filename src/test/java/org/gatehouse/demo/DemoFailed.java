package org.gatehouse.demo;

/** Ends the build with one line and no stack trace. */
final class DemoFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailed(String message) {
    super(message, null, false, false);
  }
}
