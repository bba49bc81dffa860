package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gatehouse.config.ConfigFault;
import org.gatehouse.model.configuration.AccessTokenType;
import org.gatehouse.model.configuration.ApiResource;
import org.gatehouse.model.configuration.Client;
import org.gatehouse.model.configuration.ClientBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings that this version does not carry out")
class UnservedSettingsTest {
  private static UnservedSettings of(UnaryOperator<ClientBuilder> change) {
    return UnservedSettings.of(List.of(change.apply(Client.named("web")).build()), List.of());
  }

  private static void stops(String property, UnaryOperator<ClientBuilder> change) {
    assertThat(of(change).faults())
        .extracting(ConfigFault::key)
        .containsExactly("the client web: " + property);
  }

  @Test
  void stopTheStartWhereTheyWouldMakeAClientSafer() {
    stops("RequireDPoP", client -> client.requireDPoP(true));
    stops("RequirePushedAuthorization", client -> client.requirePushedAuthorization(true));
    stops("AccessTokenType", client -> client.accessTokenType(AccessTokenType.REFERENCE));
    stops("PairWiseSubjectSalt", client -> client.pairWiseSubjectSalt(Optional.of("pepper")));
  }

  @Test
  void stopTheStartWhereTheyWouldKeepAnApiApart() {
    ApiResource api = ApiResource.named("payments").requireResourceIndicator(true).build();

    assertThat(UnservedSettings.of(List.of(), List.of(api)).faults())
        .extracting(ConfigFault::key)
        .containsExactly("the API resource payments: RequireResourceIndicator");
  }

  @Test
  void areWarnedOfWhereTheyOnlyTellTheClient() {
    UnservedSettings unserved =
        of(
            client ->
                client
                    .frontChannelLogoutUri(Optional.of("https://rp.example.com/front"))
                    .backChannelLogoutUri(Optional.of("https://rp.example.com/back")));

    assertThat(unserved.faults()).isEmpty();
    assertThat(unserved.warnings()).hasSize(2);
  }

  @Test
  void tellNoSecret() {
    assertThat(of(client -> client.pairWiseSubjectSalt(Optional.of("pepper"))).faults().toString())
        .doesNotContain("pepper");
  }
}
