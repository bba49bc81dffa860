package org.gatehouse.badhouse.front;

import org.gatehouse.badhouse.store.GrantStore;

/** Uses what the server does not load with it. */
public class WrongFront {
  private final GrantStore grants;

  public WrongFront(GrantStore grants) {
    this.grants = grants;
  }

  public void end(String handle) {
    grants.revoke(handle);
  }
}
