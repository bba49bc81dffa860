package org.gatehouse.store.jpa;

import jakarta.persistence.Embeddable;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.jspecify.annotations.Nullable;

/** Consent, and how a client may ask for grants. */
@Embeddable
class ClientGrantColumns {
  private boolean requireClientSecret;
  private boolean requireConsent;
  private boolean allowRememberConsent;
  private @Nullable Long consentLifetime;
  private boolean requirePkce;
  private boolean allowPlainTextPkce;
  private boolean requireRequestObject;
  private boolean allowAccessTokensViaBrowser;
  private boolean allowOfflineAccess;

  static ClientGrantColumns from(Client client) {
    ClientGrantColumns columns = new ClientGrantColumns();
    columns.requireClientSecret = client.requireClientSecret();
    columns.requireConsent = client.requireConsent();
    columns.allowRememberConsent = client.allowRememberConsent();
    columns.consentLifetime = Columns.seconds(client.consentLifetime());
    columns.requirePkce = client.requirePkce();
    columns.allowPlainTextPkce = client.allowPlainTextPkce();
    columns.requireRequestObject = client.requireRequestObject();
    columns.allowAccessTokensViaBrowser = client.allowAccessTokensViaBrowser();
    columns.allowOfflineAccess = client.allowOfflineAccess();
    return columns;
  }

  void into(ClientBuilder client) {
    client
        .requireClientSecret(requireClientSecret)
        .requireConsent(requireConsent)
        .allowRememberConsent(allowRememberConsent)
        .consentLifetime(Columns.duration(consentLifetime))
        .requirePkce(requirePkce)
        .allowPlainTextPkce(allowPlainTextPkce)
        .requireRequestObject(requireRequestObject)
        .allowAccessTokensViaBrowser(allowAccessTokensViaBrowser)
        .allowOfflineAccess(allowOfflineAccess);
  }
}
