package org.gatehouse.store.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.config.SecretText;
import org.gatehouse.crypto.ConstantTime;
import org.gatehouse.model.User;
import org.gatehouse.store.UserStore;

/** Alice and Bob, for trying: they have every standard claim (OIDC Core §5.1). */
public final class DemoUsers implements UserStore {
  public static final List<String> NAMES = List.of("alice", "bob");

  private static final String NOBODY = "nobody";
  private static final long UPDATED_AT = 1_767_225_600;

  private final Map<String, SecretText> passwords;
  private final Map<String, User> bySubject = new HashMap<>();
  private final Map<String, User> byName = new HashMap<>();

  /**
   * @param passwords one for each of {@link #NAMES}
   */
  public DemoUsers(Map<String, SecretText> passwords) {
    this.passwords = Map.copyOf(passwords);
    for (User user : List.of(alice(), bob())) {
      bySubject.put(user.subject(), user);
      byName.put(user.username(), user);
    }
  }

  @Override
  public Optional<User> authenticate(String username, String password) {
    Optional<SecretText> kept = Optional.ofNullable(passwords.get(username));
    String expected = kept.map(SecretText::value).orElse(NOBODY);
    boolean isEqual = ConstantTime.equal(expected, password); // also for a name that is unknown
    return kept.isPresent() && isEqual
        ? Optional.ofNullable(byName.get(username))
        : Optional.empty();
  }

  @Override
  public Optional<User> find(String subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  private static User alice() {
    Map<String, Object> claims = common("alice");
    claims.put("name", "Alice Mary Smith");
    claims.put("given_name", "Alice");
    claims.put("middle_name", "Mary");
    claims.put("family_name", "Smith");
    claims.put("nickname", "Ally");
    claims.put("gender", "female");
    claims.put("birthdate", "1990-04-01");
    claims.put("zoneinfo", "Europe/London");
    claims.put("locale", "en-GB");
    claims.put("phone_number", "+44 20 7946 0123");
    claims.put("phone_number_verified", true);
    claims.put(
        "address", address("7 Example Road", "London", "England", "SW1A 1AA", "United Kingdom"));
    return new User("demo-1", "alice", true, claims);
  }

  private static User bob() {
    Map<String, Object> claims = common("bob");
    claims.put("name", "Bob James Jones");
    claims.put("given_name", "Bob");
    claims.put("middle_name", "James");
    claims.put("family_name", "Jones");
    claims.put("nickname", "Bobby");
    claims.put("gender", "male");
    claims.put("birthdate", "0000-12-24");
    claims.put("zoneinfo", "America/New_York");
    claims.put("locale", "en-US");
    claims.put("phone_number", "+1 202 555 0143");
    claims.put("phone_number_verified", false);
    claims.put("address", address("12 Example Street", "Springfield", "VA", "22150", "USA"));
    return new User("demo-2", "bob", true, claims);
  }

  private static Map<String, Object> common(String name) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("preferred_username", name);
    claims.put("profile", "https://example.com/people/" + name);
    claims.put("picture", "https://example.com/people/" + name + "/picture.png");
    claims.put("website", "https://" + name + ".example.com");
    claims.put("email", name + "@example.com");
    claims.put("email_verified", true);
    claims.put("updated_at", UPDATED_AT);
    return claims;
  }

  private static Map<String, Object> address(
      String street, String locality, String region, String postalCode, String country) {
    String formatted = String.join("\n", street, postalCode + " " + locality, country);
    return Map.of(
        "formatted", formatted,
        "street_address", street,
        "locality", locality,
        "region", region,
        "postal_code", postalCode,
        "country", country);
  }
}
