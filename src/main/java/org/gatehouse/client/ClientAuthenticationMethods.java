package org.gatehouse.client;

import java.util.Collection;
import java.util.List;

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
}
