package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.model.User;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.store.UserStore;

/** The claims that the user store holds. */
@ApplicationScoped
public class UserProfiles implements ProfileSource {
  private final UserStore users;

  @Inject
  public UserProfiles(UserStore users) {
    this.users = users;
  }

  @SuppressWarnings("NullAway")
  UserProfiles() {
    this(null); // CDI client proxy
  }

  @Override
  public Map<String, Object> claims(String subject, Client client, Set<String> names) {
    return users
        .find(subject)
        .map(
            user ->
                user.claims().entrySet().stream()
                    .filter(claim -> names.contains(claim.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
        .orElse(Map.of());
  }

  @Override
  public boolean isActive(String subject, Client client) {
    return users.find(subject).map(User::active).orElse(false);
  }
}
