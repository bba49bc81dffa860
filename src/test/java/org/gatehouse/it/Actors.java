package org.gatehouse.it;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.Person;
import org.gatehouse.demo.Provider;
import org.gatehouse.demo.RelyingParty;
import org.gatehouse.demo.Secrets;

/** Who takes part in the tests: clients, users and their browsers. */
final class Actors {
  /** Everything that no log may hold, of all test classes. */
  static final Secrets SECRETS = new Secrets();

  static final String WEB_CALLBACK = "http://localhost:9091/callback";

  private static Provider provider;

  private Actors() {}

  static synchronized Provider provider() throws Exception {
    if (provider == null) {
      provider = Provider.discover(Deployments.baseUri());
    }
    return provider;
  }

  static Browser browser() {
    return new Browser(Deployments.baseUri(), SECRETS);
  }

  static Person alice() throws IOException {
    return Person.of("alice", Deployments.demoDirectory().resolve("credentials"), SECRETS);
  }

  static Person bob() throws IOException {
    return Person.of("bob", Deployments.demoDirectory().resolve("credentials"), SECRETS);
  }

  /** The demo's web application: its users are asked for consent. */
  static RelyingParty demoWeb() throws Exception {
    return confidential("demo-web", "http://localhost:9090/callback");
  }

  /** The demo's public client. */
  static RelyingParty demoSpa() throws Exception {
    return RelyingParty.open(provider(), SECRETS, "demo-spa", "http://localhost:9090/spa/callback");
  }

  /** A client with a secret and refresh tokens, whose users are not asked for consent. */
  static RelyingParty web() throws Exception {
    return confidential("it-web", WEB_CALLBACK);
  }

  static RelyingParty confidential(String id, String redirectUri) throws Exception {
    return RelyingParty.confidential(provider(), SECRETS, id, "demo-secret", redirectUri);
  }

  /** The tokens that a client gets after its user went through all pages. */
  static OIDCTokens tokens(RelyingParty client, Browser browser, Person user, String... scopes)
      throws Exception {
    Attempt attempt = client.begin(scopes);
    Answer answer = user.pass(browser, attempt.uri());
    return RelyingParty.granted(client.redeem(attempt, client.code(attempt, answer)));
  }

  /** A browser in which the user is signed in. */
  static Browser signedIn(Person user) throws Exception {
    Browser browser = browser();
    Attempt attempt = web().begin("openid");
    web().code(attempt, user.pass(browser, attempt.uri()));
    return browser;
  }

  /** Whether userinfo still accepts the access token. */
  static boolean isAccepted(OIDCTokens tokens) throws Exception {
    return web().userinfo(tokens.getAccessToken()).indicatesSuccess();
  }

  static URI at(String path) {
    return Deployments.baseUri().resolve(path);
  }
}
