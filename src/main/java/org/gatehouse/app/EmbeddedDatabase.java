package org.gatehouse.app;

import java.util.List;
import java.util.Locale;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;

/** H2 within this process, which other nodes cannot reach. */
final class EmbeddedDatabase {
  private EmbeddedDatabase() {}

  /** Refuses a cluster on it: each node would have a database of its own. */
  static void refuse(String url) {
    if (isMeantBy(url)) {
      throw new ConfigException(
          List.of(
              new ConfigFault(
                  "gatehouse.store.operational",
                  "infinispan, and the database "
                      + DatabaseAddress.told(url)
                      + " within this process",
                  "a database that all nodes share, for it decides every one-time use",
                  "for real: DATABASE_URL=jdbc:postgresql://...; for trying: an H2 server, "
                      + "DATABASE_URL=jdbc:h2:tcp://...; or for one node: "
                      + "gatehouse.store.operational=database")));
    }
  }

  static boolean isMeantBy(String url) {
    String address = url.toLowerCase(Locale.ROOT);
    return address.startsWith("jdbc:h2:")
        && !address.startsWith("jdbc:h2:tcp:")
        && !address.startsWith("jdbc:h2:ssl:");
  }
}
