package org.gatehouse.model;

import static org.gatehouse.model.OAuthException.require;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Scope values as they travel: names with single spaces between (RFC 6749 §3.3). */
public final class Scopes {
  /** Asks for an ID token (OIDC Core §3.1.2.1). */
  public static final String OPENID = "openid";

  /** Asks for a refresh token (OIDC Core §11). */
  public static final String OFFLINE_ACCESS = "offline_access";

  private Scopes() {}

  /** Reads a value in the order sent; a name sent twice counts once. */
  public static Set<String> parse(String value) {
    Set<String> names = names(value);
    require(
        names.stream().flatMapToInt(String::chars).allMatch(Scopes::isScopeCharacter),
        Refusal.SCOPE_MALFORMED);
    return names;
  }

  /** The same, whatever characters the names are made of. */
  public static Set<String> names(String value) {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(value.split(" ", -1)));
    names.remove("");
    return Collections.unmodifiableSet(names);
  }

  public static String format(Collection<String> names) {
    return String.join(" ", names);
  }

  private static boolean isScopeCharacter(int c) {
    return c >= 0x21 && c <= 0x7e && c != '"' && c != '\\';
  }
}
