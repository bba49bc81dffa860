package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Resources;

/** Which claims about a user the granted scopes stand for, and their values. */
@ApplicationScoped
public class UserClaims {
  private final ProfileSource profiles;

  @Inject
  public UserClaims(ProfileSource profiles) {
    this.profiles = profiles;
  }

  @SuppressWarnings("NullAway")
  UserClaims() {
    this(null); // CDI client proxy
  }

  /** For the client itself, through identity scopes (OIDC Core §5.4). */
  public Map<String, Object> ofIdentity(String subject, Client client, Resources resources) {
    Set<String> names = new HashSet<>();
    resources.identityResources().forEach(resource -> names.addAll(resource.userClaims()));
    return read(subject, client, names);
  }

  /** For APIs, through their scopes. */
  public Map<String, Object> ofApis(String subject, Client client, Resources resources) {
    return read(subject, client, namesForApis(resources));
  }

  /** The names of the claims that APIs get through their scopes. */
  public Set<String> namesForApis(Resources resources) {
    Set<String> names = new HashSet<>();
    resources.apiScopes().forEach(scope -> names.addAll(scope.userClaims()));
    resources.apiResources().forEach(api -> names.addAll(api.userClaims()));
    return names;
  }

  private Map<String, Object> read(String subject, Client client, Set<String> names) {
    return names.isEmpty() ? Map.of() : profiles.claims(subject, client, names);
  }
}
