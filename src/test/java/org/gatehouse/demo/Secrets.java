package org.gatehouse.demo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a client saw that no log may hold: passwords, codes, tokens, verifiers, cookies. */
public final class Secrets {
  /** Shorter ones are words that a log may well contain. */
  private static final int SHORTEST = 8;

  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  public void add(String secret) {
    if (secret != null && secret.length() >= SHORTEST) {
      seen.add(secret);
    }
  }

  public int count() {
    return seen.size();
  }

  /** The first characters of each secret that the text holds. */
  public Stream<String> leaksOf(String text) {
    return seen.stream().filter(text::contains).map(secret -> secret.substring(0, 4) + "…");
  }
}
