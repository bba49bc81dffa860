package org.gatehouse.crypto.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.LastGood;
import org.gatehouse.crypto.MasterKey;
import org.gatehouse.crypto.SealedKeyStore;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/** The keys that sign our tokens, and their public halves as others see them (RFC 7517 §5). */
@ApplicationScoped
public class SigningKeys {
  private static final System.Logger LOG = System.getLogger(SigningKeys.class.getName());

  /** Between two readings for unknown keys, whose names anybody can make up. */
  private static final Duration UNKNOWN_GAP = Duration.ofSeconds(5);

  private final KeyConfig config;
  private final Clock clock;
  private final MadeKeys made;
  private final LastGood<KeptKeys> kept = new LastGood<>();
  private final AtomicReference<@Nullable KeySet> keys = new AtomicReference<>();
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();

  @Inject
  public SigningKeys(SealedKeyStore store, MasterKey master, KeyConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.made = new MadeKeys(store, master, config, clock);
  }

  @SuppressWarnings("NullAway")
  SigningKeys() {
    this(null, null, null, null); // CDI client proxy
  }

  /** Reads the keys, and makes those that are missing. Called at the start. */
  public void load() {
    keys();
  }

  /** Reads the kept keys again, and lets them grow older: announced, used, withdrawn, deleted. */
  public void tick() {
    keys();
    if (areMade()) {
      kept.refresh(made::again, clock.instant());
      replace();
    }
  }

  /** How often to call {@link #tick}. */
  public Duration tickInterval() {
    return rotates() ? KeyTimes.readInterval(config) : config.readInterval();
  }

  /** The key that signs by this algorithm, which must be an enabled one. */
  public SigningKey current(SigningAlgorithm algorithm) {
    if (!supports(algorithm)) {
      throw new IllegalArgumentException(algorithm + " is not enabled");
    }
    return Optional.ofNullable(upToDate().current().get(algorithm))
        .filter(this::maySign)
        .orElseThrow(() -> new OAuthException(Refusal.NO_SIGNING_KEY));
  }

  /**
   * The same, for a token of this life: before the first of a longer life than any other, all nodes
   * are told to publish retired keys for so long.
   */
  SigningKey current(SigningAlgorithm algorithm, Duration lifetime) {
    if (areMade() && !covers(lifetime)) {
      made.allow(lifetime);
      kept.refresh(made::read, clock.instant());
      replace();
      if (!covers(lifetime)) {
        throw new OAuthException(Refusal.NO_SIGNING_KEY);
      }
    }
    return current(algorithm);
  }

  /** The enabled algorithms; the first is the default. */
  public List<SigningAlgorithm> algorithms() {
    return config.signing().algorithms();
  }

  /** Those of them that can sign at this moment. */
  public List<SigningAlgorithm> usable() {
    KeySet set = upToDate();
    return algorithms().stream()
        .filter(
            each -> Optional.ofNullable(set.current().get(each)).filter(this::maySign).isPresent())
        .toList();
  }

  public boolean supports(SigningAlgorithm algorithm) {
    return config.signing().algorithms().contains(algorithm);
  }

  /**
   * The public half of a key that verifies, also of an algorithm that is enabled no longer. The
   * kept keys are read once more for one that is unknown, but not too often.
   */
  public Optional<SigningKey> find(String kid) {
    Optional<SigningKey> known = keys().find(kid, clock.instant());
    if (known.isPresent() || !areMade()) {
      return known;
    }
    Duration interval = tickInterval();
    catchUp(interval.compareTo(UNKNOWN_GAP) < 0 ? interval : UNKNOWN_GAP);
    return keys().find(kid, clock.instant());
  }

  /** The published JWK Set. */
  public PublishedKeys published() {
    return upToDate().document();
  }

  /** The published JWK Set, as JSON. */
  public String jwks() {
    return published().json();
  }

  /**
   * Has a key sign no more on this node, since what it signs is not verified by what is published.
   */
  void stop(SigningKey key) {
    if (stopped.add(key.kid())) {
      LOG.log(
          System.Logger.Level.ERROR,
          "{0} signs no more: the published keys do not verify what it signs",
          key);
    }
  }

  /** Why the keys were not read when it was time; empty where they were. */
  public Optional<String> warning() {
    return kept.fault();
  }

  /** Whether keys may be in use elsewhere that this node has had no chance to read. */
  public boolean isStale() {
    return rotates() && isOlderThan(KeyTimes.freshness(config));
  }

  /** A node that has long read nothing must not use a key that others may be about to withdraw. */
  private boolean maySign(SigningKey key) {
    boolean isKnownGood = !rotates() || !isOlderThan(config.signing().rotation().propagation());
    return isKnownGood && !stopped.contains(key.kid());
  }

  private boolean covers(Duration lifetime) {
    return KeyTimes.of(config, kept().longestToken()).covers(lifetime, config);
  }

  private boolean areMade() {
    return config.signing().keystore().isEmpty();
  }

  private boolean rotates() {
    return areMade() && config.signing().rotation().enabled();
  }

  private boolean isOlderThan(Duration age) {
    Instant now = clock.instant();
    return kept.readAt().filter(at -> now.isAfter(at.plus(age))).isPresent();
  }

  /** The keys; read at once where the ticks stood still, as in a machine that slept. */
  private KeySet upToDate() {
    KeySet set = keys();
    Duration interval = tickInterval();
    if (!rotates() || !isOlderThan(interval.multipliedBy(2))) {
      return set;
    }
    catchUp(interval);
    return keys();
  }

  private void catchUp(Duration gap) {
    if (kept.refreshSince(kept(), gap, made::read, clock.instant())) {
      replace();
    }
  }

  private KeySet keys() {
    KeySet set = keys.get();
    return set != null ? set : replace();
  }

  private KeptKeys kept() {
    return kept.get(made::first, clock::instant);
  }

  /** Puts the keys of this moment in place of those before, as a whole. */
  private KeySet replace() {
    KeySet set = areMade() ? made.set(kept(), validation()) : given();
    keys.set(set);
    return set;
  }

  private KeySet given() {
    List<SigningKey> signing =
        config
            .signing()
            .keystore()
            .map(keystore -> new KeystoreKeys(keystore).read(algorithms()))
            .orElseThrow();
    return KeySet.of(signing, KeySet.Verifying.always(signing, validation()));
  }

  private List<SigningKey> validation() {
    return config
        .signing()
        .validationKeys()
        .map(source -> new ValidationKeys(source).read())
        .orElse(List.of());
  }
}
