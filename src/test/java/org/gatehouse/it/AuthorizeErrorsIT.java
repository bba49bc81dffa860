package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.RelyingParty;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §4.1.2.1: errors go to the client, with state and iss")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuthorizeErrorsIT {
  private final Browser browser = Actors.browser();

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "response_type|foo|unsupported_response_type",
        "response_type|token|unsupported_response_type",
        "response_type|id_token|unsupported_response_type",
        "response_type|code id_token|unsupported_response_type",
        "response_type|code code|unsupported_response_type",
        "response_mode|bogus|invalid_request",
        "response_mode|query.jwt|invalid_request",
        "code_challenge_method|plain|invalid_request",
        "code_challenge_method|S512|invalid_request",
        "code_challenge|tooshort|invalid_request",
        "code_challenge|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/=|invalid_request",
        "scope|admin|invalid_scope",
        "scope|openid phone|invalid_scope",
        "scope|OpenID|invalid_scope",
        "scope|openid\u00a0profile|invalid_scope",
        "scope|openid \"x\"|invalid_scope",
        "prompt|none login|invalid_request",
        "prompt|bogus|invalid_request",
        "prompt|none|login_required",
        "max_age|-1|invalid_request",
        "max_age|1000000000000000000000000000000|invalid_request",
        "max_age|soon|invalid_request",
        "display|hologram|invalid_request",
        "claims|{|invalid_request",
        "claims|[]|invalid_request",
        "claims|{\"a\":1,\"a\":2}|invalid_request",
        "claims|{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}|invalid_request",
        "id_token_hint|not a token|invalid_request",
        "id_token_hint|eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZW1vLTEifQ.|invalid_request",
        "request|eyJhbGciOiJub25lIn0.e30.|request_not_supported",
        "request_uri|https://169.254.169.254/latest|request_uri_not_supported",
        "registration|{}|registration_not_supported",
      })
  void tellsTheClient(String name, String value, String error) throws Exception {
    RelyingParty web = Actors.web();
    Attempt attempt = web.begin("openid").with(name, value);

    Answer answer = browser.fetch(attempt.uri());

    assertThat(web.error(attempt, answer).getCode()).isEqualTo(error);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "response_type,invalid_request",
    "code_challenge,invalid_request",
    "code_challenge_method,invalid_request",
    "scope,invalid_scope"
  })
  @DisplayName("RFC 6749 §4.1.2.1: a required parameter that is missing")
  void tellsTheClientWhatIsMissing(String name, String error) throws Exception {
    RelyingParty spa = Actors.demoSpa();
    Attempt attempt = spa.begin("openid").without(name);

    assertThat(spa.error(attempt, browser.fetch(attempt.uri())).getCode()).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"query,?", "fragment,#"})
  @DisplayName(
      "OAuth Multiple Response Types §2.1: an error travels by the response mode asked for")
  void usesTheResponseMode(String mode, String separator) throws Exception {
    Attempt attempt =
        Actors.web().begin("openid").with("response_mode", mode).with("prompt", "none");

    String location = browser.fetch(attempt.uri()).location().orElseThrow().toString();

    assertThat(location).startsWith(Actors.WEB_CALLBACK + separator + "error=login_required");
  }

  @Test
  @DisplayName("OAuth Form Post Response Mode §2: an error travels by a form, too")
  void usesTheForm() throws Exception {
    Attempt attempt =
        Actors.web().begin("openid").with("response_mode", "form_post").with("prompt", "none");

    Answer answer = browser.fetch(attempt.uri());

    assertThat(answer.form().value("error")).isEqualTo("login_required");
    assertThat(answer.form().value("state")).isEqualTo(attempt.get("state"));
    assertThat(answer.form().value("iss")).isEqualTo(Deployments.baseUri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope", "nonce", "prompt", "response_type", "unheard_of"})
  @DisplayName("RFC 6749 §3.1: a repeated parameter is refused by redirect")
  void refusesARepeatedParameter(String name) throws Exception {
    RelyingParty web = Actors.web();
    Attempt attempt = web.begin("openid");
    String twice = "&" + name + "=openid&" + name + "=openid";

    Answer answer = browser.fetch(URI.create(attempt.uri() + twice));

    assertThat(web.error(attempt, answer).getCode()).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id", "redirect_uri"})
  @DisplayName("RFC 6749 §3.1, §4.1.2.1: a repeated client_id or redirect_uri gets an error page")
  void refusesARepeatedTarget(String name) throws Exception {
    Attempt attempt = Actors.web().begin("openid");

    Refusals.isErrorPage(browser.fetch(URI.create(attempt.uri() + "&" + name + "=x")));
    Refusals.isErrorPage(
        browser.fetch(URI.create(attempt.endpoint() + "?" + name + "=x&" + attempt.query())));
    Refusals.isErrorPage(
        browser.fetch(URI.create(attempt.uri() + "&" + name + "=" + attempt.get(name))));
  }

  @Test
  @DisplayName("RFC 6749 §3.1: a repeated state is not sent back")
  void sendsNoRepeatedStateBack() throws Exception {
    Attempt attempt = Actors.web().begin("openid");

    Answer answer = browser.fetch(URI.create(attempt.uri() + "&state=other"));

    assertThat(answer.location().orElseThrow().getRawQuery())
        .contains("error=invalid_request")
        .doesNotContain("state=");
  }

  @ParameterizedTest
  @CsvSource({"state,8000", "nonce,10000", "scope,50000", "acr_values,20000", "claims,30000"})
  @DisplayName("RFC 6749 §4.1.2.1: what is too long is refused, not sent around")
  void refusesWhatIsTooLong(String name, int length) throws Exception {
    String value = "x ".repeat(length / 2);

    Answer answer =
        browser.post(
            Actors.web().begin("openid").endpoint(),
            Actors.web().begin("openid").with(name, value).query());

    assertThat(answer.status()).isIn(303, 400, 413);
    answer
        .location()
        .ifPresent(to -> assertThat(to.getRawQuery()).contains("error=").hasSizeLessThan(9000));
  }

  @Test
  @DisplayName("OIDC Core §3.1.2.1: unknown parameters are passed over")
  void passesOverUnknownParameters() throws Exception {
    Answer answer = browser.open(Actors.web().begin("openid").with("utm_source", "x").uri());

    assertThat(answer.has("login")).isTrue();
  }
}
