package org.gatehouse.crypto.ring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.KeyMarks;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.LastGood;
import org.gatehouse.crypto.MasterKey;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.crypto.SealedKeys;

/**
 * The data-protection keys that all nodes share: the newest active one seals, all of them open. A
 * new key is kept some time before it seals, so that every node has read it by then. Its number is
 * its slot, so that of several nodes one makes it.
 */
@ApplicationScoped
public class KeyRing {
  private static final System.Logger LOG = System.getLogger(KeyRing.class.getName());

  /** Between two readings for unknown keys, whose names anybody can make up. */
  private static final Duration UNKNOWN_GAP = Duration.ofSeconds(5);

  private final SealedKeys sealed;
  private final KeyMarks revoked;
  private final KeyConfig config;
  private final Clock clock;
  private final LastGood<Ring> ring = new LastGood<>();

  @Inject
  public KeyRing(SealedKeyStore store, MasterKey master, KeyConfig config, Clock clock) {
    this.sealed = new SealedKeys(store, master);
    this.revoked = new KeyMarks(sealed, "ring-revoked-");
    this.config = config;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  KeyRing() {
    this(null, null, null, null); // CDI client proxy
  }

  /** Reads the ring, and makes it at the very first start of all nodes. Called at the start. */
  public void load() {
    ring();
  }

  /** Reads the ring again, and makes the next key when it is time. */
  public void tick() {
    ring();
    ring.refresh(this::again, clock.instant());
  }

  /** How often to call {@link #tick}. */
  public Duration tickInterval() {
    Duration half = config.ring().propagation().minus(config.clockSkew()).dividedBy(2);
    return half.compareTo(config.readInterval()) < 0 ? half : config.readInterval();
  }

  /** The key that seals now. */
  public RingKey current() {
    return ring()
        .current(clock.instant())
        .orElseThrow(() -> new IllegalStateException("the key ring has no usable key"));
  }

  /** A key that opens. The ring is read once more for one that is unknown, but not too often. */
  public Optional<RingKey> byId(String id) {
    Ring known = ring();
    if (known.knows(id)) {
      return known.find(id);
    }
    Duration interval = tickInterval();
    Duration gap = interval.compareTo(UNKNOWN_GAP) < 0 ? interval : UNKNOWN_GAP;
    return ring.refreshSince(known, gap, this::read, clock.instant())
        ? ring().find(id)
        : Optional.empty();
  }

  /** Whether this is a key of the ring, usable or revoked. */
  boolean knows(String id) {
    return ring().knows(id);
  }

  /** Why the ring was not read when it was time; empty where it was. */
  public Optional<String> warning() {
    return ring.fault();
  }

  /** Whether keys may be in use elsewhere that this node has had no chance to read. */
  public boolean isStale() {
    Duration known = config.ring().propagation().minus(config.clockSkew());
    Instant now = clock.instant();
    return ring.readAt().filter(at -> now.isAfter(at.plus(known))).isPresent();
  }

  private Ring ring() {
    return ring.get(this::first, clock::instant);
  }

  private Ring first() {
    sealed.sealAnew(KeyKind.RING);
    sealed.sealAnew(KeyKind.MARK);
    Ring read = read();
    revoked.addAll(
        "gatehouse.key-ring.revoked-keys", config.ring().revokedKeys(), read.byId().keySet());
    Ring complete = makeNext(read());
    if (complete.current(clock.instant()).isEmpty()) {
      throw new KeyMaterialException(
          "The key ring in "
              + sealed.location(KeyKind.RING, "1")
              + " was kept but cannot be found"
              + " again.");
    }
    return complete;
  }

  private Ring again(Ring known) {
    return makeNext(read(known));
  }

  private Ring makeNext(Ring read) {
    Instant now = clock.instant();
    Duration propagation = config.ring().propagation();
    if (!read.needsNext(now, propagation)) {
      return read;
    }
    Instant activates = wholeSecond(read.nextActivation(now, propagation));
    String slot = String.valueOf(read.nextNumber());
    byte[] key = RingKey.make(now, activates, config.ring().lifetime());
    if (sealed.create(KeyKind.RING, slot, key)) {
      LOG.log(
          System.Logger.Level.INFO,
          "Made data-protection key {0}, which seals from {1} on",
          slot,
          activates);
    }
    return read(read); // another node may have been first
  }

  /** Keys never go away, so a store that has fewer has lost some, or is another one. */
  private Ring read(Ring known) {
    Ring read = read();
    known.keys().stream()
        .filter(key -> !read.knows(key.id()))
        .findFirst()
        .ifPresent(
            key -> {
              String place = sealed.location(KeyKind.RING, String.valueOf(key.number()));
              throw new KeyMaterialException(
                  "The data-protection key in " + place + " is there no longer.");
            });
    return read;
  }

  private Ring read() {
    return Ring.of(
        sealed.findAll(KeyKind.RING, (key, plain) -> RingKey.read(key.slot(), plain)),
        revoked.names());
  }

  /** JWKs keep whole seconds; never a second too early. */
  private static Instant wholeSecond(Instant instant) {
    Instant floor = instant.truncatedTo(ChronoUnit.SECONDS);
    return floor.equals(instant) ? floor : floor.plusSeconds(1);
  }
}
