package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.jspecify.annotations.Nullable;

/** Users of a client, and claims about itself. */
@Embeddable
class ClientUserColumns {
  private boolean enableLocalLogin;
  private boolean alwaysSendClientClaims;
  private String clientClaimsPrefix = "";
  private @Nullable String pairWiseSubjectSalt;
  private @Nullable Long userSsoLifetime;
  private @Nullable String userCodeType;

  static ClientUserColumns from(Client client) {
    ClientUserColumns columns = new ClientUserColumns();
    columns.enableLocalLogin = client.enableLocalLogin();
    columns.alwaysSendClientClaims = client.alwaysSendClientClaims();
    columns.clientClaimsPrefix = client.clientClaimsPrefix();
    columns.pairWiseSubjectSalt = client.pairWiseSubjectSalt().orElse(null);
    columns.userSsoLifetime = Columns.seconds(client.userSsoLifetime());
    columns.userCodeType = client.userCodeType().orElse(null);
    return columns;
  }

  void into(ClientBuilder client) {
    client
        .enableLocalLogin(enableLocalLogin)
        .alwaysSendClientClaims(alwaysSendClientClaims)
        .clientClaimsPrefix(clientClaimsPrefix)
        .pairWiseSubjectSalt(Optional.ofNullable(pairWiseSubjectSalt))
        .userSsoLifetime(Columns.duration(userSsoLifetime))
        .userCodeType(Optional.ofNullable(userCodeType));
  }
}
