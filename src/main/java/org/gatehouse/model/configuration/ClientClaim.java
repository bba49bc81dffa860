package org.gatehouse.model.configuration;

/**
 * A claim about a client, sent in its access tokens.
 *
 * @param type name of the claim, without the client's prefix
 * @param value its value
 * @param valueType the claim value type of IdentityServer4, a URI; empty: a string
 */
public record ClientClaim(String type, String value, String valueType) {
  public ClientClaim(String type, String value) {
    this(type, value, "");
  }
}
