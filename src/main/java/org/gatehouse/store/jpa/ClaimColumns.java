package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import org.gatehouse.model.configuration.ClientClaim;

/** A claim about a client. */
@Embeddable
class ClaimColumns {
  private String type = "";
  private String claimValue = "";
  private String valueType = "";

  static ClaimColumns from(ClientClaim claim) {
    ClaimColumns columns = new ClaimColumns();
    columns.type = claim.type();
    columns.claimValue = claim.value();
    columns.valueType = claim.valueType();
    return columns;
  }

  ClientClaim toModel() {
    return new ClientClaim(type, claimValue, valueType);
  }
}
