package org.gatehouse.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientClaim;

/**
 * A client's own claims, with its prefix. Several values of one type become an array. The value
 * types are those of IdentityServer4: XML Schema integers and booleans become JSON's.
 */
final class ClientClaims {
  private ClientClaims() {}

  static Map<String, Object> of(Client client) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (ClientClaim claim : client.claims()) {
      values
          .computeIfAbsent(client.clientClaimsPrefix() + claim.type(), type -> new ArrayList<>())
          .add(typed(claim));
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    values.forEach((type, all) -> claims.put(type, all.size() == 1 ? all.get(0) : all));
    return claims;
  }

  private static Object typed(ClientClaim claim) {
    String type = claim.valueType();
    String kind = type.substring(type.indexOf('#') + 1);
    if (kind.matches("boolean")) {
      return Boolean.parseBoolean(claim.value());
    }
    if (kind.matches("integer(32|64)?") && claim.value().matches("-?[0-9]{1,18}")) {
      return Long.parseLong(claim.value());
    }
    return claim.value();
  }
}
