package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gatehouse.model.configuration.Secret;
import org.jspecify.annotations.Nullable;

/** A secret of a client or an API resource, hashed. */
@Embeddable
class SecretColumns {
  private String secretValue = "";
  private @Nullable String description;
  private @Nullable Instant expiration;
  private String type = "";

  static SecretColumns from(Secret secret) {
    SecretColumns columns = new SecretColumns();
    columns.secretValue = secret.value();
    columns.description = secret.description().orElse(null);
    columns.expiration =
        secret.expiration().map(time -> time.truncatedTo(ChronoUnit.MILLIS)).orElse(null);
    columns.type = secret.type();
    return columns;
  }

  Secret toModel() {
    return new Secret(
        secretValue, Optional.ofNullable(description), Optional.ofNullable(expiration), type);
  }
}
