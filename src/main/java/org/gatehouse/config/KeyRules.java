package org.gatehouse.config;

import java.time.Duration;
import org.gatehouse.config.ServerConfig.Profile;

/**
 * What the times of keys ask of one another. A new key must be known to all nodes, and gone from no
 * cache, before it is used.
 */
final class KeyRules {
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Settings settings;
  private final Profile profile;

  KeyRules(Settings settings, Profile profile) {
    this.settings = settings;
    this.profile = profile;
  }

  void check(KeyConfig keys) {
    ring(keys);
    if (keys.signing().keystore().isEmpty() && keys.signing().rotation().enabled()) {
      rotation(keys);
    }
    KeyConfig.Named named = keys.signing().rotation().named();
    if (named.retainedKeys().stream().anyMatch(named.revokedKeys()::contains)) {
      settings.fault(
          KeySettings.RETAINED, "no key that is revoked", "take it out of one of the two lists");
    }
  }

  private void ring(KeyConfig keys) {
    String propagation = "gatehouse.key-ring.propagation";
    Duration least = keys.clockSkew().plus(MARGIN);
    atLeast(propagation, keys.ring().propagation(), least, "clock skew and a second");
    shorter(
        propagation,
        keys.ring().propagation(),
        "gatehouse.key-ring.lifetime",
        keys.ring().lifetime());
    inProduction("gatehouse.key-ring.lifetime", keys.ring().lifetime(), Duration.ofDays(7));
    inProduction(propagation, keys.ring().propagation(), Duration.ofMinutes(10));
  }

  private void rotation(KeyConfig keys) {
    KeyConfig.Rotation rotation = keys.signing().rotation();
    String propagation = KeySettings.ROTATION + "propagation";
    String interval = KeySettings.ROTATION + "interval";
    String initialization = KeySettings.ROTATION + "initialization";
    Duration least = keys.signing().cacheTime().plus(keys.clockSkew()).plus(MARGIN);
    String why = KeySettings.CACHE + ", clock skew and a second: others must have read the key";
    atLeast(propagation, rotation.propagation(), least, why);
    shorter(propagation, rotation.propagation(), interval, rotation.interval());
    inProduction(interval, rotation.interval(), Duration.ofDays(1));
    inProduction(propagation, rotation.propagation(), Duration.ofMinutes(10));
    if (profile == Profile.PROD && rotation.initialization().compareTo(rotation.interval()) > 0) {
      settings.fault(initialization, "no more than " + interval, "write PT5M");
    }
  }

  private void atLeast(String key, Duration found, Duration least, String why) {
    if (found.compareTo(least) < 0) {
      settings.fault(key, "at least " + least + ", the sum of " + why, "make it longer");
    }
  }

  private void shorter(String key, Duration found, String than, Duration bound) {
    if (found.compareTo(bound) >= 0) {
      settings.fault(key, "less than " + than + ", which is " + bound, "make one of them fit");
    }
  }

  private void inProduction(String key, Duration found, Duration least) {
    if (profile == Profile.PROD && found.compareTo(least) < 0) {
      settings.fault(key, "at least " + least + " in the profile prod", "make it longer");
    }
  }
}
