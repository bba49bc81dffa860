package org.gatehouse.badhouse.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** Looks first and removes then, and reads what anybody wrote. */
public class WrongGrants implements Serializable {
  private static final long serialVersionUID = 1;

  private final transient GrantStore grants;

  public WrongGrants(GrantStore grants) {
    this.grants = grants;
  }

  public String redeem(String key) {
    String found = grants.find(key);
    grants.revoke(key);
    return found;
  }

  public Object read(InputStream in) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return objects.readObject();
    }
  }
}
