package org.gatehouse.authorize;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a response travels to the redirect URI (OAuth Multiple Response Types §2.1, Form Post). */
public enum ResponseMode {
  QUERY,
  FRAGMENT,
  FORM_POST;

  /** The value of {@code response_mode} on the wire. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ResponseMode> of(String value) {
    return Stream.of(values()).filter(mode -> mode.value().equals(value)).findFirst();
  }
}
