package org.gatehouse.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.AccessTokenType;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;

/**
 * Settings that are read but not carried out by this version. One that would make a client or an
 * API safer stops the start: passing over it would weaken what the operator asked for.
 */
final class UnservedSettings {
  private final List<ConfigFault> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private UnservedSettings() {}

  static UnservedSettings of(Collection<Client> clients, Collection<ApiResource> apis) {
    UnservedSettings unserved = new UnservedSettings();
    clients.forEach(unserved::client);
    apis.forEach(unserved::api);
    return unserved;
  }

  List<ConfigFault> faults() {
    return faults;
  }

  List<String> warnings() {
    return warnings;
  }

  private void client(Client client) {
    String place = "the client " + client.clientId() + ": ";
    fault(client.requireDPoP(), place + "RequireDPoP", "true", "false");
    fault(
        client.requirePushedAuthorization(), place + "RequirePushedAuthorization", "true", "false");
    fault(
        client.accessTokenType() == AccessTokenType.REFERENCE,
        place + "AccessTokenType",
        "Reference",
        "Jwt");
    fault(
        client.pairWiseSubjectSalt().isPresent(),
        place + "PairWiseSubjectSalt",
        ConfigFault.MASK,
        ConfigFault.NOTHING);
    warn(client.frontChannelLogoutUri().isPresent(), place + "FrontChannelLogoutUri");
    warn(client.backChannelLogoutUri().isPresent(), place + "BackChannelLogoutUri");
  }

  private void api(ApiResource api) {
    fault(
        api.requireResourceIndicator(),
        "the API resource " + api.name() + ": RequireResourceIndicator",
        "true",
        "false");
  }

  private void fault(boolean applies, String key, String found, String expected) {
    if (applies) {
      faults.add(
          new ConfigFault(
              key, found, expected + ": this version cannot do the other", "write " + expected));
    }
  }

  private void warn(boolean applies, String key) {
    if (applies) {
      warnings.add("This version does not call " + key + " at sign-out.");
    }
  }
}
