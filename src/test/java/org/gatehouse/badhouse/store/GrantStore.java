package org.gatehouse.badhouse.store;

/** A port. */
public interface GrantStore {
  String find(String key);

  void revoke(String key);
}
