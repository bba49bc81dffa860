package org.gatehouse.endpoint;

/**
 * The endpoints that discovery names, with the member that names each (OIDC Discovery §3, RFC 8414
 * §2).
 */
public enum ProtocolEndpoint {
  AUTHORIZE("authorization_endpoint", Paths.AUTHORIZE),
  TOKEN("token_endpoint", Paths.TOKEN),
  USERINFO("userinfo_endpoint", Paths.USERINFO),
  INTROSPECTION("introspection_endpoint", Paths.INTROSPECTION),
  END_SESSION("end_session_endpoint", Paths.END_SESSION),
  JWKS("jwks_uri", Paths.JWKS);

  private final String member;
  private final String path;

  ProtocolEndpoint(String member, String path) {
    this.member = member;
    this.path = path;
  }

  public String member() {
    return member;
  }

  public String path() {
    return path;
  }

  /** The addresses, as users of IdentityServer4 know them. */
  static final class Paths {
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String OAUTH_METADATA = "/.well-known/oauth-authorization-server";
    static final String JWKS = "/.well-known/openid-configuration/jwks";
    static final String AUTHORIZE = "/connect/authorize";
    static final String AUTHORIZE_CALLBACK = "/connect/authorize/callback";
    static final String TOKEN = "/connect/token";
    static final String USERINFO = "/connect/userinfo";
    static final String INTROSPECTION = "/connect/introspect";
    static final String END_SESSION = "/connect/endsession";

    private Paths() {}
  }
}
