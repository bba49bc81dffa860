package org.gatehouse.token;

import static org.gatehouse.model.OAuthException.require;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.crypto.signing.SigningKeys;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;

/** Chooses the signature algorithm: the server's order, narrowed by who will verify. */
@ApplicationScoped
public class SigningAlgorithms {
  private final SigningKeys keys;

  @Inject
  public SigningAlgorithms(SigningKeys keys) {
    this.keys = keys;
  }

  @SuppressWarnings("NullAway")
  SigningAlgorithms() {
    this(null); // CDI client proxy
  }

  /** For an ID token: what the client accepts (OIDC Core §2). */
  public SigningAlgorithm forIdToken(Client client) {
    return first(List.of(client.allowedIdentityTokenSigningAlgorithms()));
  }

  /** For an access token: what every API in its audience accepts (RFC 9068 §4). */
  public SigningAlgorithm forAccessToken(List<ApiResource> audience) {
    return first(audience.stream().map(ApiResource::allowedAccessTokenSigningAlgorithms).toList());
  }

  private SigningAlgorithm first(List<Set<SigningAlgorithm>> accepted) {
    Set<SigningAlgorithm> common = new LinkedHashSet<>(keys.algorithms());
    accepted.stream().filter(each -> !each.isEmpty()).forEach(common::retainAll);
    require(!common.isEmpty(), Refusal.NO_COMMON_ALGORITHM);
    common.retainAll(keys.usable());
    require(!common.isEmpty(), Refusal.NO_SIGNING_KEY);
    return common.iterator().next();
  }
}
