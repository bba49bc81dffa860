package org.gatehouse.cluster.load;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.cluster.bench.Balancer;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Outcome;
import org.gatehouse.cluster.history.Pending;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.Person;
import org.gatehouse.demo.RelyingParty;

/**
 * A user who stays signed in, in one browser: asks for codes without a page, and signs out. The
 * ways may change from request to request. One thread at a time uses it.
 */
public final class Visitor {
  private final History history;
  private final RelyingParty client;
  private final Person user;
  private final TokenCalls calls;
  private Browser browser;

  Visitor(History history, RelyingParty client, Person user, TokenCalls calls) {
    this.history = history;
    this.client = client;
    this.user = user;
    this.calls = calls;
  }

  /** Signs in and redeems the code; empty where something failed. */
  public Optional<Grant> signIn(Route route) {
    SignIn signIn = new SignIn(history, client, user, route);
    browser = signIn.browser();
    return signIn.grant().filter(grant -> calls.redeem(grant, route).ok());
  }

  /**
   * A code without a page (OIDC Core §3.1.2.1, prompt=none), which the session alone decides. It is
   * written down as a use of the session.
   */
  public Optional<Grant> silently(Route route) {
    Attempt attempt = attempt().with("prompt", "none");
    Pending session = history.begin(Operation.USE).key("session of " + user.name());
    Pending issue = history.begin(Operation.AUTHORIZE);
    Answer answer = answered(session, () -> browser.fetch(route.to(attempt.uri())), route);
    if (answer == null) {
      return Optional.empty();
    }
    if (!SignIn.isCode(answer)) {
      end(session, answer, route, answer.isRedirect() ? Outcome.REFUSED : reply(answer).outcome());
      return Optional.empty();
    }
    end(session, answer, route, Outcome.OK);
    Grant grant = new Grant(client.clientId(), attempt, client.code(attempt, answer));
    issue.node(reply(answer).node()).key(grant.family()).family(grant.family()).ok();
    return Optional.of(grant);
  }

  private Attempt attempt() {
    return client.begin("openid", "profile", "offline_access", BenchClients.SCOPE);
  }

  /** Signs out, which revokes these grants of the session; whether it was acknowledged. */
  public boolean signOut(Route route, Iterable<Grant> ended) {
    Pending asking = history.begin(Operation.VISIT).key("/logout");
    Answer page = answered(asking, () -> browser.fetch(route.to("/logout")), route);
    if (page == null) {
      return false;
    }
    reply(page).end(asking);
    if (!page.has("logout-yes")) {
      return false;
    }
    Pending pressing = history.begin(Operation.VISIT).key("/logout");
    String form = page.form().press("logout-yes").encoded();
    List<Pending> revocations = new ArrayList<>();
    ended.forEach(grant -> revocations.add(revocation(grant)));
    Answer done = answered(pressing, () -> browser.post(route.to("/logout"), form), route);
    Outcome outcome = done == null ? Outcome.UNKNOWN : outcome(done);
    revocations.forEach(each -> each.node(route.node()).end(outcome, ""));
    if (done != null) {
      reply(done).end(pressing);
    }
    return outcome == Outcome.OK;
  }

  private Pending revocation(Grant grant) {
    return history.begin(Operation.REVOKE).key(grant.family()).family(grant.family());
  }

  /** Only the page that says so acknowledges it. */
  private static Outcome outcome(Answer done) {
    Outcome outcome = reply(done).outcome();
    return outcome == Outcome.OK && !done.has("logged-out") ? Outcome.UNKNOWN : outcome;
  }

  private static Call end(Pending call, Answer answer, Route route, Outcome outcome) {
    String said = outcome == Outcome.OK ? "" : error(answer);
    String node = answer.header(Balancer.NODE).orElse(route.node());
    return call.with(Call.STATUS, answer.status()).node(node).end(outcome, said);
  }

  private static String error(Answer answer) {
    String query = answer.location().map(URI::getRawQuery).orElse("");
    int start = query == null ? -1 : query.indexOf("error=");
    return start < 0 ? "" : query.substring(start + "error=".length()).split("&", 2)[0];
  }

  private static Reply reply(Answer answer) {
    String error = answer.header(Balancer.ERROR).orElse("");
    String retryAfter = answer.header("Retry-After").orElse("");
    String node = answer.header(Balancer.NODE).orElse("");
    return new Reply(answer.status(), node, error, "", retryAfter);
  }

  /** The answer; null where there is none, which is written down. */
  private static Answer answered(Pending call, Supplier<Answer> request, Route route) {
    try {
      return request.get();
    } catch (UncheckedIOException e) {
      call.node(route.node()).unknown(e.getCause().getClass().getSimpleName());
      return null;
    }
  }
}
