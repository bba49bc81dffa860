package org.gatehouse.token;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gatehouse.model.Scopes;
import org.gatehouse.model.grant.Grant;
import org.gatehouse.model.grant.SignOn;
import org.gatehouse.store.RefreshTokens;

/** What a caller is told of a token (RFC 7662 §2.2), in the order in which it is written. */
public record IntrospectionResponse(Map<String, Object> members) {
  /** Every token that is not good, or not for this caller: without a hint at the reason. */
  public static final IntrospectionResponse INACTIVE =
      new IntrospectionResponse(Map.of("active", false));

  /** Our own matter, and members that a claim of that name must not set. */
  private static final Set<String> NOT_TOLD = Set.of("grant_id", "active", "scope", "token_type");

  public IntrospectionResponse {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /**
   * What an access token says, as IdentityServer4 tells it.
   *
   * @param scopes those that concern the caller
   */
  static IntrospectionResponse of(AccessTokenReader.Content token, Set<String> scopes) {
    Map<String, Object> members = active(scopes);
    members.put("token_type", "Bearer");
    Map<String, Object> claims = new TreeMap<>(token.jwt().claims());
    claims.keySet().removeAll(NOT_TOLD);
    members.putAll(claims);
    return new IntrospectionResponse(members);
  }

  /** What a refresh token stands for. It is of no type that RFC 6749 §7.1 means. */
  static IntrospectionResponse of(RefreshTokens.Live live, String issuer) {
    Grant grant = live.token().grant();
    Map<String, Object> members = active(grant.scopes());
    members.put("client_id", grant.clientId());
    members.put("exp", live.expiresAt().getEpochSecond());
    members.put("iss", issuer);
    grant.signOn().map(SignOn::subject).ifPresent(subject -> members.put("sub", subject));
    return new IntrospectionResponse(members);
  }

  private static Map<String, Object> active(Collection<String> scopes) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("active", true);
    members.put("scope", Scopes.format(new TreeSet<>(scopes)));
    return members;
  }

  public JsonObject toJson() {
    return Json.createObjectBuilder(members).build();
  }

  /** Without what the token says: that is personal data. */
  @Override
  public String toString() {
    return "IntrospectionResponse" + members.keySet();
  }
}
