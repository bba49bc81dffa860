package org.gatehouse.config;

import java.net.URI;

/**
 * Who this server is.
 *
 * @param issuer the {@code iss} of everything it signs and the base of every published address,
 *     without a slash at the end; never taken from a request (OIDC Discovery §3)
 * @param profile what kind of run this is
 */
public record ServerConfig(String issuer, Profile profile) {

  /** The kind of run, from {@code mp.config.profile}. */
  public enum Profile {
    DEMO,
    DEV,
    TEST,
    PROD;

    /** Whether conveniences are allowed that are unsafe for strangers. */
    public boolean isForTrying() {
      return this == DEMO || this == DEV;
    }
  }

  /** The published address of a path of ours, which starts with a slash. */
  public String url(String path) {
    return issuer + path;
  }

  /** Whether users reach the server by TLS, so that cookies can be {@code Secure}. */
  public boolean isSecure() {
    return "https".equals(URI.create(issuer).getScheme());
  }
}
