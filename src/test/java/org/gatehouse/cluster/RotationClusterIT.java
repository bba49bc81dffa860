package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.bench.BenchUsers;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Rules;
import org.gatehouse.cluster.history.Verdict;
import org.gatehouse.cluster.load.Load;
import org.gatehouse.cluster.load.LoadDriver;
import org.gatehouse.cluster.load.Visitor;
import org.gatehouse.demo.Answer;
import org.gatehouse.demo.Browser;
import org.gatehouse.demo.Provider;
import org.gatehouse.demo.RelyingParty;
import org.gatehouse.demo.Secrets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Signing keys and the ring rotate every few seconds on all nodes under load. */
@DisplayName("Keys that rotate")
@Order(21)
class RotationClusterIT {
  private static final int NODES = Load.size("rotating-nodes", 2, SharedCluster.NODES);
  private static final int ROTATIONS = Load.size("rotations", 1, 3);
  private static final int WORKERS = Load.size("workers", 2, 3);
  private static final int VISITORS = 4;

  /** Between two requests of a client that keeps coming. */
  private static final long BROWSER_MILLIS = 100;

  private static final long MACHINE_MILLIS = 50;

  /** Between two pages that are opened to see which key seals them. */
  private static final Duration PAGE = Duration.ofMillis(200);

  private static final Duration CACHE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60L + 30L * ROTATIONS);
  private static final Rules RULES = Rules.STRICT.withRacesThatMayEndTheGrant();

  /** The profile prod asks for longer times than a test has. */
  private static final Map<String, String> SQUEEZED =
      Map.of(
          "JVM_ARGS", "-Dmp.config.profile=test",
          "GATEHOUSE_SIGNING_ROTATION_INTERVAL", "PT15S",
          "GATEHOUSE_SIGNING_ROTATION_PROPAGATION", "PT12S",
          "GATEHOUSE_SIGNING_ROTATION_RETENTION", "PT15S",
          "GATEHOUSE_DISCOVERY_RESPONSE_CACHE_INTERVAL", "PT2S",
          "GATEHOUSE_KEY_RING_LIFETIME", "PT15S",
          "GATEHOUSE_KEY_RING_PROPAGATION", "PT10S");

  private static final Figures FIGURES = new Figures("rotation");

  private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> signers = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<String> sealers = Collections.synchronizedSet(new LinkedHashSet<>());
  private final List<String> unverified = Collections.synchronizedList(new ArrayList<>());
  private final List<String> unreadable = Collections.synchronizedList(new ArrayList<>());
  private final Queue<Visitor> visitors = new ConcurrentLinkedQueue<>();

  /** A sign-in page that a user has left open. */
  private record OpenPage(Browser browser, Answer page) {
    String sealer() throws Exception {
      Base64URL header = new Base64URL(page.form().value("ticket").split("\\.", 2)[0]);
      return (String) JSONObjectUtils.parse(header.decodeToString()).get("kid");
    }
  }

  @Test
  void leaveNoTokenUnverifiableAndNothingSealedUnreadable() throws Exception {
    SharedCluster.end();
    FIGURES.print("seed", Load.SEED);
    try (Cluster cluster = SharedCluster.open("rotation", NODES, SQUEEZED);
        History history = History.open(cluster.directory().resolve("history.jsonl"))) {
      cluster.start(SharedCluster.START);
      RelyingParty machine = client(cluster, BenchClients.MACHINE);
      RelyingParty web = client(cluster, BenchClients.QUICK);
      KeyReader api = new KeyReader(cluster.issuer(), CACHE);
      try (LoadDriver driver = new LoadDriver(cluster, history)) {
        signIn(driver);
        List<OpenPage> pages = open(cluster, web, ROTATIONS + 1);
        try (Load load = Load.closed(driver, WORKERS);
            Load machines = Load.closed(random -> take(machine, api), 1);
            Load browsers = Load.closed(random -> come(driver), 1)) {
          for (OpenPage page : pages) {
            int seen = sealers.size();
            Patience.of(LONGEST)
                .every(PAGE)
                .until("another key seals", () -> isSealedAnew(cluster, web, seen));
            finish(page);
          }
          Patience.of(LONGEST)
              .until(ROTATIONS + " other keys have signed", () -> signers.size() > ROTATIONS);
          machines.stop(SharedCluster.START);
          browsers.stop(SharedCluster.START);
          load.stop(SharedCluster.START);
        }
        driver.readAll();
      }
      judge(cluster, history);
    }
  }

  private void judge(Cluster cluster, History history) throws Exception {
    Verdict verdict = FIGURES.judge(history, RULES);
    for (Node node : cluster.nodes()) {
      KeyReader late = new KeyReader(node.uri(), Duration.ofMinutes(5));
      for (String token : List.copyOf(tokens)) {
        note(unverified, late.fault(token));
      }
    }
    FIGURES.print("keys that signed", signers.size());
    FIGURES.print("keys that sealed", sealers.size());
    FIGURES.print(
        "tokens verified by an API with a cache, and by every node's keys", tokens.size());
    FIGURES.print("not verified", unverified.size());
    List<Call> sessions =
        History.read(history.file()).stream()
            .filter(call -> call.is(Operation.USE) && call.key().startsWith("session of"))
            .toList();
    FIGURES.print("answers to sessions of the beginning", Figures.kinds(sessions, call -> true));
    FIGURES.print("open pages not read", unreadable);
    assertThat(sessions).filteredOn(Call::ok).isNotEmpty();
    assertThat(sessions).filteredOn(call -> !call.ok()).isEmpty();
    assertThat(unverified).isEmpty();
    assertThat(unreadable).isEmpty();
    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
  }

  private static void note(List<String> faults, String fault) {
    if (!fault.isEmpty()) {
      faults.add(fault);
    }
  }

  private static RelyingParty client(Cluster cluster, String id) throws Exception {
    return RelyingParty.confidential(
        Provider.discover(cluster.issuer()),
        new Secrets(),
        id,
        BenchClients.SECRET,
        BenchClients.CALLBACK);
  }

  /** The first requests of nodes that have just started are slow, and may find none ready. */
  private void signIn(LoadDriver driver) throws Exception {
    Patience.of(LONGEST)
        .until(
            "sessions",
            () -> {
              Visitor visitor = driver.visitor();
              if (visitor.signIn(driver.balanced()).isPresent()) {
                visitors.add(visitor);
              }
              return visitors.size() == VISITORS;
            });
  }

  /** A session of the beginning answers still. */
  private void come(LoadDriver driver) throws InterruptedException {
    Visitor visitor = visitors.remove();
    visitor.silently(driver.balanced());
    visitors.add(visitor);
    Thread.sleep(BROWSER_MILLIS);
  }

  private void take(RelyingParty machine, KeyReader api) throws InterruptedException {
    try {
      TokenResponse answer = machine.clientCredentials(BenchClients.SCOPE);
      String token = RelyingParty.granted(answer).getAccessToken().getValue();
      tokens.add(token);
      signers.add(SignedJWT.parse(token).getHeader().getKeyID());
      note(unverified, api.fault(token));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    Thread.sleep(MACHINE_MILLIS);
  }

  private static List<OpenPage> open(Cluster cluster, RelyingParty web, int count) {
    List<OpenPage> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Browser browser = new Browser(cluster.issuer(), new Secrets());
      pages.add(new OpenPage(browser, browser.open(web.begin("openid").uri())));
    }
    return pages;
  }

  private boolean isSealedAnew(Cluster cluster, RelyingParty web, int seen) throws Exception {
    sealers.add(open(cluster, web, 1).get(0).sealer());
    return sealers.size() > seen;
  }

  /** The user comes back to the page. */
  private void finish(OpenPage left) {
    String name = BenchUsers.name(900_000_000);
    Answer answer =
        left.browser()
            .send(
                left.page()
                    .form()
                    .with("username", name)
                    .with("password", BenchUsers.password(name))
                    .press("login"));
    boolean isCode =
        answer.isRedirect()
            && answer.location().orElseThrow().toString().startsWith(BenchClients.CALLBACK)
            && answer.location().orElseThrow().getRawQuery().contains("code=");
    note(unreadable, isCode ? "" : "a page: " + answer);
  }
}
