package org.gatehouse.store.memory;

import java.util.Optional;
import org.gatehouse.model.User;
import org.gatehouse.store.UserStore;

/** Nobody: what stands in until a user store is supplied. */
public final class NoUsers implements UserStore {
  @Override
  public Optional<User> authenticate(String username, String password) {
    return Optional.empty();
  }

  @Override
  public Optional<User> find(String subject) {
    return Optional.empty();
  }
}
