package org.gatehouse.cluster.history;

import java.time.Duration;

/**
 * The bounds that a checker is told, because no record can know them.
 *
 * @param retryWindow how long a used refresh token gives the same successor again; zero: never
 * @param keyLag how long after its first use a key may be seen by the polls of the driver
 * @param everythingIsRead whether what was acknowledged must be looked for after the last fault
 * @param racesMayEndTheGrant whether a server that takes a race for a replay (RFC 6749 §4.1.2) may
 *     refuse the winner, too: then a race has at most one winner instead of exactly one
 */
public record Rules(
    Duration retryWindow, Duration keyLag, boolean everythingIsRead, boolean racesMayEndTheGrant) {
  public static final Rules STRICT = new Rules(Duration.ZERO, Duration.ofSeconds(2), false, false);

  public Rules withRetryWindow(Duration window) {
    return new Rules(window, keyLag, everythingIsRead, racesMayEndTheGrant);
  }

  public Rules withKeyLag(Duration lag) {
    return new Rules(retryWindow, lag, everythingIsRead, racesMayEndTheGrant);
  }

  public Rules withEverythingRead() {
    return new Rules(retryWindow, keyLag, true, racesMayEndTheGrant);
  }

  public Rules withRacesThatMayEndTheGrant() {
    return new Rules(retryWindow, keyLag, everythingIsRead, true);
  }
}
