package org.gatehouse.crypto.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.KeyMarks;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.MasterKey;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.crypto.SealedKeys;
import org.gatehouse.model.SigningAlgorithm;

/**
 * Signing keys that nodes make, kept sealed by the master key. The name of a slot is the algorithm
 * and a number, so that of several nodes one makes the next key of an algorithm.
 */
final class MadeKeys {
  private static final System.Logger LOG = System.getLogger(MadeKeys.class.getName());

  private final SealedKeys sealed;
  private final KeyMarks revoked;
  private final KeyMarks lifetimes;
  private final KeyConfig config;
  private final Clock clock;

  MadeKeys(SealedKeyStore store, MasterKey master, KeyConfig config, Clock clock) {
    this.sealed = new SealedKeys(store, master);
    this.revoked = new KeyMarks(sealed, "signing-revoked-");
    this.lifetimes = new KeyMarks(sealed, "signing-lifetime-");
    this.config = config;
    this.clock = clock;
  }

  /** The first reading. One key is made for each enabled algorithm that has none. */
  KeptKeys first() {
    sealed.sealAnew(KeyKind.SIGNING);
    sealed.sealAnew(KeyKind.MARK);
    revoked.addAll("gatehouse.signing.revoked-keys", named().revokedKeys(), read().names());
    KeptKeys all = makeMissing(read());
    config.signing().algorithms().stream()
        .filter(algorithm -> !all.algorithms().contains(algorithm))
        .findFirst()
        .ifPresent(
            algorithm -> {
              String place = sealed.location(KeyKind.SIGNING, MadeKey.slot(algorithm, 1));
              throw new KeyMaterialException(
                  "The signing key in " + place + " was kept but cannot be found again.");
            });
    return all;
  }

  /** A later reading: rotates where it is time. */
  KeptKeys again(KeptKeys known) {
    KeptKeys all = makeMissing(read(known));
    return deleteOld(all) ? read(known) : all;
  }

  /** Keys never go away, so a store that has fewer has lost some, or is another one. */
  KeptKeys read(KeptKeys known) {
    KeptKeys read = read();
    Set<String> names = read.names();
    known.keys().stream()
        .filter(key -> !names.contains(key.kid()))
        .findFirst()
        .ifPresent(
            key -> {
              String place = sealed.location(KeyKind.SIGNING, key.sealed().slot());
              throw new KeyMaterialException(
                  "The signing key in " + place + " is there no longer.");
            });
    return read;
  }

  /** Has all nodes publish retired keys for as long as a token of this life. */
  void allow(Duration lifetime) {
    long seconds = Long.highestOneBit(Math.max(lifetime.toSeconds(), 1)) * 2;
    lifetimes.add(String.valueOf(seconds));
  }

  /**
   * The keys of this moment.
   *
   * @param validation further keys that verify
   */
  KeySet set(KeptKeys kept, List<SigningKey> validation) {
    Instant now = clock.instant();
    List<SigningKey> signing = new ArrayList<>();
    List<KeySet.Verifying> verifying = new ArrayList<>();
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      KeyLine line = line(kept, algorithm);
      line.current(now).ifPresent(made -> signing.add(made.key()));
      for (MadeKey made : line.published(now)) {
        verifying.add(new KeySet.Verifying(made.key(), line.withdrawn(made)));
      }
    }
    verifying.addAll(KeySet.Verifying.always(validation, List.of()));
    return KeySet.of(signing, verifying);
  }

  private KeptKeys makeMissing(KeptKeys kept) {
    Instant now = clock.instant();
    Instant installed = kept.installed().orElse(now);
    boolean made = false;
    for (SigningAlgorithm algorithm : config.signing().algorithms()) {
      KeyLine line = line(kept, algorithm);
      boolean first = line.current(now).isEmpty();
      if (line.needsNext(now) && (first || config.signing().rotation().enabled())) {
        make(algorithm, kept.nextNumber(algorithm), line.nextActivation(now, installed));
        made = true;
      }
    }
    return made ? read(kept) : kept;
  }

  private void make(SigningAlgorithm algorithm, int number, Instant activation) {
    Instant now = clock.instant();
    // At once means also for a node whose clock is behind.
    Instant activates =
        activation.isAfter(now) ? wholeSecond(activation) : now.minus(config.clockSkew());
    byte[] key = KeyMaker.make(algorithm, now, activates);
    String slot = MadeKey.slot(algorithm, number);
    if (sealed.create(KeyKind.SIGNING, slot, key)) { // else another node was first
      LOG.log(
          System.Logger.Level.INFO,
          "Made signing key {0}, which signs from {1} on",
          slot,
          activates);
    }
  }

  private boolean deleteOld(KeptKeys kept) {
    Instant now = clock.instant();
    boolean deleted = false;
    for (SigningAlgorithm algorithm : kept.algorithms()) {
      for (MadeKey key : line(kept, algorithm).deletable(now)) {
        if (sealed.replace(key.sealed(), key.publicHalf())) {
          LOG.log(System.Logger.Level.INFO, "Deleted the private half of {0}", key);
          deleted = true;
        }
      }
    }
    return deleted;
  }

  private KeyLine line(KeptKeys kept, SigningAlgorithm algorithm) {
    KeyTimes times = KeyTimes.of(config, kept.longestToken());
    return kept.line(algorithm, Set.copyOf(named().retainedKeys()), times);
  }

  private KeptKeys read() {
    return new KeptKeys(
        sealed.findAll(KeyKind.SIGNING, MadeKey::read), revoked.names(), longestToken());
  }

  private Duration longestToken() {
    Optional<Long> seconds = lifetimes.names().stream().map(Long::valueOf).max(Long::compare);
    return Duration.ofSeconds(seconds.orElse(0L));
  }

  private KeyConfig.Named named() {
    return config.signing().rotation().named();
  }

  /** JWKs keep whole seconds; never a second too early. */
  private static Instant wholeSecond(Instant instant) {
    Instant floor = instant.truncatedTo(ChronoUnit.SECONDS);
    return floor.equals(instant) ? floor : floor.plusSeconds(1);
  }
}
