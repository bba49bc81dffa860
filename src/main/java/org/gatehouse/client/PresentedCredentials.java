package org.gatehouse.client;

import java.util.Optional;

/** What a request brings to say which client it comes from (RFC 6749 §2.3). */
public sealed interface PresentedCredentials {
  String clientId();

  /** The secret, where one was sent. */
  Optional<String> secret();

  /** {@code Authorization: Basic} (RFC 6749 §2.3.1). */
  record Basic(String clientId, String password) implements PresentedCredentials {
    @Override
    public Optional<String> secret() {
      return Optional.of(password);
    }

    @Override
    public String toString() {
      return "Basic[" + clientId + "]";
    }
  }

  /** {@code client_id} and {@code client_secret} in the body (RFC 6749 §2.3.1). */
  record Post(String clientId, String clientSecret) implements PresentedCredentials {
    @Override
    public Optional<String> secret() {
      return Optional.of(clientSecret);
    }

    @Override
    public String toString() {
      return "Post[" + clientId + "]";
    }
  }

  /** Only a name, from a public client (RFC 6749 §3.2.1). */
  record None(String clientId) implements PresentedCredentials {
    @Override
    public Optional<String> secret() {
      return Optional.empty();
    }
  }
}
