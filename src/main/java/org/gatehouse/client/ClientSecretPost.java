package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;

/** {@code client_secret_post}: name and secret in the body (RFC 6749 §2.3.1). */
@ApplicationScoped
public class ClientSecretPost implements ClientAuthenticationMethod {
  static final String NAME = "client_secret_post";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<PresentedCredentials> read(Optional<String> authorization, Parameters form) {
    return form.get("client_secret")
        .map(
            secret ->
                new PresentedCredentials.Post(
                    form.required(
                        "client_id",
                        authorization.isPresent() // the other method names the client
                            ? Refusal.CREDENTIALS_TWICE
                            : Refusal.CREDENTIALS_MISSING),
                    secret));
  }
}
