package org.gatehouse.store;

import java.util.Set;
import org.gatehouse.model.configuration.Resources;

/** What clients may ask for: scopes and the APIs behind them (RFC 6749 §3.3). Replaceable. */
public interface ResourceStore {
  /**
   * The identity resources and API scopes of these names, and the API resources that hold one of
   * these scopes. A name that nobody knows is passed over. Only what is enabled is found.
   */
  Resources find(Set<String> scopes);

  /** Everything that is enabled. */
  Resources all();
}
