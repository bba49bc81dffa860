package org.gatehouse.badhouse.store;

/** A port. */
public interface GrantStore {
  void revoke(String key);
}
