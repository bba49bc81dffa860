package org.gatehouse.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gatehouse.model.Parameters;

/** {@code none}: a public client only names itself (RFC 6749 §3.2.1, OIDC Core §9). */
@ApplicationScoped
public class PublicClient implements ClientAuthenticationMethod {
  static final String NAME = "none";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<PresentedCredentials> read(Optional<String> authorization, Parameters form) {
    return authorization.isPresent() || form.get("client_secret").isPresent()
        ? Optional.empty()
        : form.get("client_id").map(PresentedCredentials.None::new);
  }
}
