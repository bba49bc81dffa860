package org.gatehouse.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.Finding;
import org.gatehouse.model.configuration.UnservedRules;

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
    add("the client " + client.clientId() + ": ", UnservedRules.check(client));
  }

  private void api(ApiResource api) {
    add("the API resource " + api.name() + ": ", UnservedRules.check(api));
  }

  private void add(String place, List<Finding> findings) {
    for (Finding finding : findings) {
      String key = place + finding.property();
      if (finding.isFault()) {
        faults.add(new ConfigFault(key, finding.found(), finding.expected(), finding.fix()));
      } else {
        warnings.add("This version does not call " + key + " at sign-out.");
      }
    }
  }
}
