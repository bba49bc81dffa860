package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.it.RawAnswers.assertRefused;
import static org.gatehouse.it.RawAnswers.withoutDate;

import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §5.2: token requests, as bytes")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostileTokenRequestsIT {
  private static final String TOKEN = "/connect/token";
  private static final String GRANT = "grant_type=client_credentials&scope=resource1.scope1";

  @ParameterizedTest(name = "{0} is answered with {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "grant_type=bogus|400|unsupported_grant_type",
        "grant_type=password&username=a&password=b|400|unsupported_grant_type",
        "grant_type=implicit|400|unsupported_grant_type",
        "''|400|invalid_request",
        "scope=x|400|invalid_request",
        "grant_type=|400|invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials|400|invalid_request",
        "grant_type=client_credentials&x=1&x=1|400|invalid_request",
        "grant_type=client_credentials&scope=%3Cscript%3E|400|invalid_scope",
        "grant_type=client_credentials&scope=%00|400|invalid_request",
        "grant_type=%zz|400|invalid_request",
        "grant_type=%|400|invalid_request",
        "grant_type=%4|400|invalid_request",
        "%ff=1|400|invalid_request",
        "grant_type=%c0%ae|400|invalid_request",
        "grant_type=%ed%a0%80|400|invalid_request",
        "grant_type=\u00ff|400|invalid_request",
        "grant_type=a\u0000b|400|invalid_request",
        "grant_type=client_credentials&client_secret=secret|400|invalid_request",
        "grant_type=client_credentials&client_id=other|400|invalid_request",
        "grant_type=authorization_code&code=x&redirect_uri=y|400|unauthorized_client",
        "grant_type=refresh_token&refresh_token=x|400|unauthorized_client",
        "grant_type=urn:ietf:params:oauth:grant-type:device_code|400|unsupported_grant_type"
      })
  @DisplayName("RFC 6749 §5.2: token requests")
  void refusesTokenRequests(String form, int status, String error) throws IOException {
    RawAnswer answer = RawRequest.token(form).send();

    assertRefused(answer, status, error);
  }

  @Test
  @DisplayName("RFC 6749 §5.2: a wrong secret and an unknown client get the same answer")
  void tellsNoDifference() throws IOException {
    RawRequest request = RawRequest.post(TOKEN, GRANT);
    RawAnswer wrong = request.with(RawRequest.basic("machine_client:wrong")).send();
    RawAnswer unknown = request.with(RawRequest.basic("nobody:wrong")).send();
    RawAnswer open = request.with(RawRequest.basic("demo-spa:wrong")).send();
    RawAnswer empty = request.with(RawRequest.basic("machine_client:")).send();

    assertRefused(wrong, 401, "invalid_client");
    assertThat(wrong.header("WWW-Authenticate")).containsExactly("Basic realm=\"gatehouse\"");
    for (RawAnswer other : List.of(unknown, open, empty)) {
      assertThat(other.body()).isEqualTo(wrong.body());
      assertThat(withoutDate(other)).isEqualTo(withoutDate(wrong));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic !!!",
        "Basic bWFjaGluZV9jbGllbnQ",
        "Basic Og==",
        "Basic OnNlY3JldA==",
        "Basic JXp6OnNlY3JldA==",
        "Basic /////w==",
        "Basic AAAA",
        "Bearer x",
        "Digest username=x",
        "\u00ff\u00fe",
        "x"
      })
  @DisplayName("RFC 7617 §2: what is no Basic authentication")
  void refusesBadCredentials(String value) throws IOException {
    assertRefused(
        RawRequest.post(TOKEN, GRANT).with("Authorization: " + value).send(),
        401,
        "invalid_client");
  }

  @Test
  @DisplayName("RFC 6749 §2.3: no authentication, and two at once")
  void refusesNoneAndTwo() throws IOException {
    assertRefused(RawRequest.post(TOKEN, GRANT).send(), 401, "invalid_client");
    assertRefused(
        RawRequest.token(GRANT + "&client_id=machine_client&client_secret=secret").send(),
        400,
        "invalid_request");
    assertRefused(
        RawRequest.token(GRANT).with(RawRequest.basic("machine_client:wrong")).send(),
        400,
        "invalid_request");
  }
}
