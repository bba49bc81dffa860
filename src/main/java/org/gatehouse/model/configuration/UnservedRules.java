package org.gatehouse.model.configuration;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings that are read but not carried out by this version. One that would make a client or an
 * API safer is a fault: passing over it would weaken what the operator asked for.
 */
public final class UnservedRules {
  private static final String MASK = "***";

  private final List<Finding> findings = new ArrayList<>();

  private UnservedRules() {}

  public static List<Finding> check(Client client) {
    UnservedRules rules = new UnservedRules();
    rules.fault(client.requireDPoP(), "RequireDPoP", "true", "false");
    rules.fault(client.requirePushedAuthorization(), "RequirePushedAuthorization", "true", "false");
    rules.fault(
        client.accessTokenType() == AccessTokenType.REFERENCE,
        "AccessTokenType",
        "Reference",
        "Jwt");
    rules.fault(client.pairWiseSubjectSalt().isPresent(), "PairWiseSubjectSalt", MASK, "nothing");
    rules.warn(client.frontChannelLogoutUri().isPresent(), "FrontChannelLogoutUri");
    rules.warn(client.backChannelLogoutUri().isPresent(), "BackChannelLogoutUri");
    return List.copyOf(rules.findings);
  }

  public static List<Finding> check(ApiResource api) {
    UnservedRules rules = new UnservedRules();
    rules.fault(api.requireResourceIndicator(), "RequireResourceIndicator", "true", "false");
    return List.copyOf(rules.findings);
  }

  private void fault(boolean applies, String property, String found, String expected) {
    if (applies) {
      String only = expected + ": this version cannot do the other";
      findings.add(Finding.fault(property, found, only, "write " + expected));
    }
  }

  private void warn(boolean applies, String property) {
    if (applies) {
      findings.add(
          Finding.warning(property, "an address", "nothing", "this version does not call it"));
    }
  }
}
