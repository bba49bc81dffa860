package org.gatehouse.client;

import java.util.Optional;
import org.gatehouse.model.Parameters;

/** One way in which a client says who it is (RFC 6749 §2.3), found by its name. Replaceable. */
public interface ClientAuthenticationMethod {
  /** The value of {@code token_endpoint_auth_methods_supported} (RFC 8414 §2). */
  String name();

  /**
   * Reads what this method would bring; empty where the request does not use it.
   *
   * @param authorization the {@code Authorization} header
   * @param form the body
   */
  Optional<PresentedCredentials> read(Optional<String> authorization, Parameters form);
}
