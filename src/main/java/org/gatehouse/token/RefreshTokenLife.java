package org.gatehouse.token;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.TokenExpiration;

/** When refresh tokens end, by the rules of IdentityServer4 for the client's settings. */
public final class RefreshTokenLife {
  private RefreshTokenLife() {}

  /** The end of a token that is issued or used now. */
  public static Instant end(Client client, Instant familyStart, Instant now) {
    Instant absolute = absoluteEnd(client, familyStart);
    if (client.refreshTokenExpiration() == TokenExpiration.ABSOLUTE) {
      return absolute;
    }
    Instant sliding = now.plus(client.slidingRefreshTokenLifetime());
    return isUnbounded(client) || sliding.isBefore(absolute) ? sliding : absolute;
  }

  /** When nothing of a family that began or was used now can live any more. */
  public static Instant lastPossibleEnd(Client client, Instant now) {
    Duration refresh =
        isUnbounded(client)
            ? client.slidingRefreshTokenLifetime()
            : client.absoluteRefreshTokenLifetime();
    Duration access = client.accessTokenLifetime();
    return now.plus(
        client.allowOfflineAccess() && refresh.compareTo(access) > 0 ? refresh : access);
  }

  private static Instant absoluteEnd(Client client, Instant familyStart) {
    return familyStart.plus(client.absoluteRefreshTokenLifetime());
  }

  /** Zero means without an absolute end, where the sliding one is used. */
  private static boolean isUnbounded(Client client) {
    return client.absoluteRefreshTokenLifetime().isZero()
        && client.refreshTokenExpiration() == TokenExpiration.SLIDING;
  }
}
