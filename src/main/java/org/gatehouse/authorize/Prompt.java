package org.gatehouse.authorize;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Values of {@code prompt} (OIDC Core §3.1.2.1). */
public enum Prompt {
  NONE,
  LOGIN,
  CONSENT,
  SELECT_ACCOUNT;

  /** The values of the request, in one that passed the check. */
  static Set<Prompt> of(AuthorizeRequest request) {
    Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
    request.get("prompt").stream()
        .flatMap(value -> Stream.of(value.split(" ")))
        .forEach(word -> parse(word).ifPresent(prompts::add));
    return prompts;
  }

  static Optional<Prompt> parse(String word) {
    return Stream.of(values()).filter(prompt -> prompt.value().equals(word)).findFirst();
  }

  /** The value on the wire. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
