package org.gatehouse.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.SharedSecrets;
import org.gatehouse.model.configuration.Secret;

/** A secret that came with a request, against those of whoever it names (RFC 6749 §2.3.1). */
final class PresentedSecret {
  /** Stands in for the secrets of an unknown name, so that both answers take the same work. */
  private static final List<Secret> NOBODYS =
      List.of(Secret.shared(SharedSecrets.hash("of nobody at all")));

  private PresentedSecret() {}

  /**
   * Whether it proves the name.
   *
   * @param registered empty where nobody has the name
   */
  static boolean proves(String presented, Optional<List<Secret>> registered, Instant now) {
    return SharedSecrets.matches(presented, registered.orElse(NOBODYS), now)
        && registered.isPresent();
  }
}
