package org.gatehouse.crypto.signing;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.config.KeyConfig;

/**
 * How long the steps in the life of a made signing key take.
 *
 * @param initialization while an installation is as young as this, nobody keeps an older set of
 *     keys
 * @param interval how long a key is in use
 * @param propagation how long a key is published before
 * @param shortPropagation the least of it, where there is no key to go on with
 * @param afterUse how long a key is published after its use: a token that it signed may live
 * @param retention after that time again it is deleted
 */
record KeyTimes(
    Duration initialization,
    Duration interval,
    Duration propagation,
    Duration shortPropagation,
    Duration afterUse,
    Duration retention) {

  /**
   * @param longestToken the longest life of a token that was ever signed
   */
  static KeyTimes of(KeyConfig config, Duration longestToken) {
    KeyConfig.Rotation rotation = config.signing().rotation();
    Duration reading = readInterval(config);
    Duration late = config.clockSkew().plus(reading.multipliedBy(2));
    Duration alive = longestToken.plus(late);
    return new KeyTimes(
        rotation.initialization(),
        rotation.interval(),
        rotation.propagation(),
        config.signing().cacheTime().plus(late),
        longest(rotation.retention(), alive),
        longest(rotation.retention(), config.signing().cacheTime().plus(late)));
  }

  /**
   * Half of the time that propagation leaves beside caches and clocks: so a node that reads late,
   * once, is still in time.
   */
  static Duration readInterval(KeyConfig config) {
    Duration half = freshness(config).dividedBy(2);
    return half.compareTo(config.readInterval()) < 0 ? half : config.readInterval();
  }

  /** For how long a node may publish what it read: then a new key may be in use elsewhere. */
  static Duration freshness(KeyConfig config) {
    return config
        .signing()
        .rotation()
        .propagation()
        .minus(config.signing().cacheTime())
        .minus(config.clockSkew());
  }

  /** Whether something of that time is as young as the installation may be to count as new. */
  boolean isInitial(Instant created, Instant now) {
    return now.isBefore(created.plus(initialization));
  }

  /** Whether a token of this life is verified by what is published until its end. */
  boolean covers(Duration lifetime, KeyConfig config) {
    Duration late = config.clockSkew().plus(readInterval(config).multipliedBy(2));
    return afterUse.compareTo(lifetime.plus(late)) >= 0;
  }

  private static Duration longest(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
