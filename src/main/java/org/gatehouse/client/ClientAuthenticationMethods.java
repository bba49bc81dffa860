package org.gatehouse.client;

import static org.gatehouse.model.OAuthException.require;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.Parameters;
import org.gatehouse.model.Refusal;

/** The ways of client authentication that are on; discovery tells the same list. */
public record ClientAuthenticationMethods(List<ClientAuthenticationMethod> all) {
  public ClientAuthenticationMethods {
    all = List.copyOf(all);
    if (all.stream().map(ClientAuthenticationMethod::name).distinct().count() < all.size()) {
      throw new IllegalArgumentException("two methods of client authentication share a name");
    }
  }

  /** The names in a stable order. */
  public Collection<String> names() {
    return all.stream().map(ClientAuthenticationMethod::name).sorted().toList();
  }

  /** The names of those that prove something, which introspection needs (RFC 7662 §2.1). */
  public Collection<String> provingNames() {
    return names().stream().filter(name -> !name.equals(PublicClient.NAME)).toList();
  }

  /** What a request brings by exactly one method (RFC 6749 §2.3). */
  public PresentedCredentials read(Optional<String> authorization, Parameters form) {
    List<PresentedCredentials> presented =
        all.stream().flatMap(method -> method.read(authorization, form).stream()).toList();
    require(authorization.isEmpty() || !presented.isEmpty(), Refusal.CREDENTIALS_MALFORMED);
    require(!presented.isEmpty(), Refusal.CREDENTIALS_MISSING);
    require(presented.size() == 1, Refusal.CREDENTIALS_TWICE);
    PresentedCredentials only = presented.get(0);
    require(
        form.get("client_id").map(only.clientId()::equals).orElse(true), Refusal.CREDENTIALS_TWICE);
    return only;
  }
}
