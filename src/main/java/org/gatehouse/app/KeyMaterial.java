package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.crypto.ring.Canary;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.crypto.signing.SigningKeys;
import org.jspecify.annotations.Nullable;

/** All keys of the server: loaded at the start, and looked after as long as it runs. */
@ApplicationScoped
public class KeyMaterial {
  private final KeyRing ring;
  private final SigningKeys signing;
  private final Canary canary;
  private final AtomicReference<@Nullable String> mismatch = new AtomicReference<>();

  @Inject
  public KeyMaterial(KeyRing ring, SigningKeys signing, Canary canary) {
    this.ring = ring;
    this.signing = signing;
    this.canary = canary;
  }

  @SuppressWarnings("NullAway")
  KeyMaterial() {
    this(null, null, null); // CDI client proxy
  }

  /** Loads, or at a first start makes, every key; what cannot be read stops the start. */
  void load(StartFaults faults) {
    boolean opens = faults.attempt(ring::load);
    faults.attempt(signing::load);
    if (opens) {
      faults.attempt(this::compare);
    }
  }

  /** Reads the data-protection keys again, and rotates. */
  void tickRing() {
    ring.tick();
  }

  /** Reads the signing keys again, and rotates. */
  void tickSigning() {
    signing.tick();
  }

  /** Looks whether this node's ring is that of the others. */
  void compare() {
    mismatch.set(canary.fault().orElse(null));
  }

  /** How often to tick. */
  Duration tickInterval() {
    Duration a = ring.tickInterval();
    Duration b = signing.tickInterval();
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** Why this node must get no requests, in a sentence; empty where it may. */
  Optional<String> fault() {
    Optional<String> other = Optional.ofNullable(mismatch.get());
    return other.isPresent() ? other : stale();
  }

  private Optional<String> stale() {
    return ring.isStale() || signing.isStale()
        ? Optional.of(
            "The kept keys were not read for so long that other nodes may use newer ones. "
                + warning().orElse(""))
        : Optional.empty();
  }

  /** What a person should look at, while the last good keys do. */
  Optional<String> warning() {
    String text =
        Stream.of(ring.warning(), signing.warning())
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(" "));
    return Optional.of(text).filter(each -> !each.isEmpty());
  }
}
