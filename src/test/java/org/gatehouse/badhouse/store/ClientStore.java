package org.gatehouse.badhouse.store;

/** A port. */
public interface ClientStore {
  String find(String clientId);
}
