package org.gatehouse.token;

import java.util.Map;
import java.util.Set;
import org.gatehouse.model.configuration.Client;

/** Claims about users, and whether a user may have tokens now. Replaceable. */
public interface ProfileSource {
  /**
   * The claims, of those asked for, that this user has. Values are strings, numbers, booleans, and
   * lists and maps of them.
   */
  Map<String, Object> claims(String subject, Client client, Set<String> names);

  /** Whether the user may sign in and have tokens; asked whenever a token is issued or used. */
  boolean isActive(String subject, Client client);
}
