package org.gatehouse.cluster.load;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.gatehouse.cluster.bench.Balancer;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Pending;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Attempt;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.HtmlForm;
import org.gatehouse.demo.Person;
import org.gatehouse.demo.RelyingParty;
import org.gatehouse.demo.Secrets;

/**
 * A user goes through the pages to a code, request by request, so that each may be answered by
 * another node; every request is written down.
 */
final class SignIn {
  private static final int MOST_REQUESTS = 12;

  private final History history;
  private final RelyingParty client;
  private final Person user;
  private final Route route;
  private final Browser browser;

  /** In a new browser. */
  SignIn(History history, RelyingParty client, Person user, Route route) {
    this(history, client, user, route, new Browser(route.base(), new Secrets()));
  }

  /** In that browser, where the user may be signed in still. */
  SignIn(History history, RelyingParty client, Person user, Route route, Browser browser) {
    this.history = history;
    this.client = client;
    this.user = user;
    this.route = route;
    this.browser = browser;
  }

  Browser browser() {
    return browser;
  }

  /** The id of what a user allowed a client. */
  static String consent(Person user, String client) {
    return "consent-" + user.name() + "-" + client;
  }

  /** Signs in, allows what is asked, and comes back with a code; empty where something failed. */
  Optional<Grant> grant() {
    return walk(Operation.AUTHORIZE);
  }

  /** Looks whether the consent is known: whether the page that asks for it is left out. */
  void readConsent() {
    walk(Operation.READ);
  }

  /** What is reached last is a consent that is looked for, or a code that is asked for. */
  private Optional<Grant> walk(Operation goal) {
    Attempt attempt = client.begin("openid", "profile", "offline_access", BenchClients.SCOPE);
    Step step = new Step(goal, Operation.VISIT, attempt.uri(), null);
    for (int i = 0; i < MOST_REQUESTS && step != null; i++) {
      Answer answer = go(step);
      if (answer != null && isCode(answer)) {
        return Optional.of(new Grant(client.clientId(), attempt, client.code(attempt, answer)));
      }
      step = answer == null ? null : next(goal, answer);
    }
    return Optional.empty();
  }

  /** A request: for an address, or with a form. */
  private record Step(Operation goal, Operation operation, URI address, HtmlForm form) {}

  private Step next(Operation goal, Answer answer) {
    if (answer.isRedirect()) {
      return new Step(goal, Operation.VISIT, answer.location().orElseThrow(), null);
    }
    if (answer.status() != 200) {
      return null;
    }
    if (answer.has("login")) {
      HtmlForm form = answer.form().with("username", user.name());
      return form(goal, Operation.VISIT, form.with("password", user.password()).press("login"));
    }
    if (answer.has("consent-allow") && goal == Operation.AUTHORIZE) {
      HtmlForm form = answer.form();
      HtmlForm ticked = answer.has("remember") ? form.tick("remember") : form;
      return form(goal, Operation.CONSENT, ticked.press("consent-allow"));
    }
    return null;
  }

  private static Step form(Operation goal, Operation operation, HtmlForm form) {
    return new Step(goal, operation, form.action(), form);
  }

  /** The answer; null where there is none. */
  private Answer go(Step step) {
    Pending call = history.begin(step.operation()).key(step.address().getPath());
    Pending reached = history.begin(step.goal());
    if (step.operation() == Operation.CONSENT) {
      call.key(consent(user, client.clientId()));
    }
    try {
      URI address = route.to(step.address());
      Answer answer =
          step.form() == null
              ? browser.fetch(address)
              : browser.post(address, step.form().encoded());
      String node = answer.header(Balancer.NODE).orElse(route.node());
      String error = answer.header(Balancer.ERROR).orElse("");
      String retryAfter = answer.header("Retry-After").orElse("");
      new Reply(answer.status(), node, error, "", retryAfter).end(call);
      reach(step.goal(), reached.node(node), answer);
      return answer;
    } catch (UncheckedIOException e) {
      call.node(route.node()).unknown(e.getCause().getClass().getSimpleName());
      return null;
    }
  }

  /** Writes down that the goal was reached, or will not be. */
  private void reach(Operation goal, Pending reached, Answer answer) {
    if (goal == Operation.AUTHORIZE && isCode(answer)) {
      String family = History.id(code(answer));
      reached.key(family).family(family).ok();
    } else if (goal == Operation.READ) {
      reached.key(consent(user, client.clientId()));
      if (isCode(answer)) {
        reached.ok();
      } else if (answer.status() == 200 && answer.has("consent-allow")) {
        reached.refused("consent_required");
      }
    }
  }

  static boolean isCode(Answer answer) {
    return answer.isRedirect()
        && answer.location().orElseThrow().toString().startsWith(BenchClients.CALLBACK)
        && answer.location().orElseThrow().getRawQuery().contains("code=");
  }

  private static String code(Answer answer) {
    String query = answer.location().orElseThrow().getRawQuery();
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith("code=")) {
        return pair.substring("code=".length());
      }
    }
    throw new IllegalStateException("no code");
  }
}
