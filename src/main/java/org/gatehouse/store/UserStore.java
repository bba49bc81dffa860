package org.gatehouse.store;

import java.util.Optional;
import org.gatehouse.model.User;

/** The people who can sign in. Replaceable. */
public interface UserStore {
  /**
   * The user, where the password is theirs. A wrong password and an unknown name give the same
   * answer in about the same time. A user who is not active is found: whoever asks refuses them.
   */
  Optional<User> authenticate(String username, String password);

  /** The user of this {@code sub} (OIDC Core §2), active or not. */
  Optional<User> find(String subject);
}
