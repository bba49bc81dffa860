package org.gatehouse.store;

import java.util.Optional;
import org.gatehouse.model.configuration.Client;

/** The clients that this server knows (RFC 6749 §2). Replaceable. */
public interface ClientStore {
  /**
   * The client of this identifier, compared exactly (RFC 6749 §2.2). A client that is not enabled
   * is found, too: whoever asks treats it as unknown.
   */
  Optional<Client> find(String clientId);
}
