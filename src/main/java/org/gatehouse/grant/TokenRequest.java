package org.gatehouse.grant;

import java.util.Optional;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.configuration.Client;

/** A token request of an authenticated client that may use its grant type (RFC 6749 §3.2). */
public record TokenRequest(Client client, Parameters form) {
  public String clientId() {
    return client.clientId();
  }

  public Optional<String> optional(String name) {
    return form.get(name);
  }

  public String required(String name) {
    return form.required(name, Refusal.MISSING_PARAMETER);
  }
}
