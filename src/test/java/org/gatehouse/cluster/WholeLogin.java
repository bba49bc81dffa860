package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.gatehouse.cluster.bench.Balancer;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.bench.BenchUsers;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.HtmlForm;
import org.gatehouse.demo.Provider;
import org.gatehouse.demo.RelyingParty;
import org.gatehouse.demo.Secrets;

/**
 * One user and one client from the first request to the logout, through a balancer without
 * affinity; every step must be answered by another node than the one before.
 */
final class WholeLogin {
  private static final String CLIENT = BenchClients.CAUTIOUS;

  private final List<String> steps = new ArrayList<>();
  private final List<String> nodes = new ArrayList<>();
  private final URI issuer;
  private final String user;
  private final int count;
  private final Provider provider;
  private final Program program;
  private final Browser browser;
  private final RelyingParty client;

  /** Of a user who has never been here, at so many nodes. */
  WholeLogin(URI issuer, int user, int count) throws Exception {
    this.issuer = issuer;
    this.user = BenchUsers.name(user);
    this.count = count;
    provider = Provider.discover(issuer);
    program = new Program(issuer);
    browser = new Browser(issuer, new Secrets());
    client =
        RelyingParty.confidential(
            provider, new Secrets(), CLIENT, BenchClients.SECRET, BenchClients.CALLBACK);
  }

  /** What was answered by whom, in order. */
  List<String> go() throws Exception {
    Attempt attempt = client.begin("openid", "profile", "offline_access", BenchClients.SCOPE);
    AuthorizationCode code = signIn(attempt);
    Map<String, Object> first = redeem(attempt, code);
    userinfo(first);
    Map<String, Object> second = refresh(first);
    userinfo(second);
    signOut(second);

    for (int i = 1; i < nodes.size(); i++) {
      assertThat(nodes.get(i)).as(steps.toString()).isNotEqualTo(nodes.get(i - 1)).isNotEmpty();
    }
    assertThat(new HashSet<>(nodes)).hasSize(count);
    return List.copyOf(steps);
  }

  private AuthorizationCode signIn(Attempt attempt) {
    Answer login = go(attempt.uri());
    assertThat(login.has("login")).isTrue();
    HtmlForm form = login.form().with("username", user);
    Answer consent = send(form.with("password", BenchUsers.password(user)).press("login"));
    assertThat(consent.has("consent-allow")).isTrue();
    return client.code(attempt, send(consent.form().press("consent-allow")));
  }

  private Map<String, Object> redeem(Attempt attempt, AuthorizationCode code) throws Exception {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code.getValue(),
            "redirect_uri",
            BenchClients.CALLBACK,
            "code_verifier",
            attempt.verifier().getValue());
    return granted(program.tokens(CLIENT, form), "redeem");
  }

  private Map<String, Object> refresh(Map<String, Object> tokens) throws Exception {
    return granted(offer(tokens), "refresh");
  }

  private Program.Seen offer(Map<String, Object> tokens) throws Exception {
    String token = tokens.get("refresh_token").toString();
    return program.tokens(CLIENT, Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private Map<String, Object> granted(Program.Seen seen, String step) throws Exception {
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    note(step, seen.node());
    return JSONObjectUtils.parse(seen.body());
  }

  private void userinfo(Map<String, Object> tokens) throws Exception {
    Program.Seen seen = program.get("/connect/userinfo", tokens.get("access_token").toString());
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    note("userinfo", seen.node());
  }

  /** What the session and the client had is over on every node. */
  private void signOut(Map<String, Object> tokens) throws Exception {
    URI end = provider.metadata().getEndSessionEndpointURI();
    Answer answer = go(URI.create(end + "?id_token_hint=" + tokens.get("id_token")));
    assertThat(answer.status()).isEqualTo(200);
    for (int i = 0; i < count; i++) {
      Attempt silent = client.begin("openid").with("prompt", "none");
      assertThat(client.error(silent, go(silent.uri())).getCode()).isEqualTo("login_required");
      Program.Seen refused = offer(tokens);
      assertThat(refused.status()).isEqualTo(400);
      note("refused refresh", refused.node());
    }
  }

  private Answer go(URI address) {
    return follow(noted(browser.fetch(address)));
  }

  private Answer send(HtmlForm form) {
    return follow(noted(browser.post(form.action(), form.encoded())));
  }

  private Answer follow(Answer first) {
    Answer answer = first;
    while (answer.isRedirect()
        && answer.location().orElseThrow().toString().startsWith(issuer.toString())) {
      answer = noted(browser.fetch(answer.location().orElseThrow()));
    }
    return answer;
  }

  private Answer noted(Answer answer) {
    note(answer.address().getPath(), answer.header(Balancer.NODE).orElse(""));
    return answer;
  }

  private void note(String step, String node) {
    steps.add(step + " " + node);
    nodes.add(node);
  }
}
