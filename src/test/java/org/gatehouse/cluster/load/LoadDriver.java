package org.gatehouse.cluster.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.bench.BenchUsers;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Outcome;
import org.gatehouse.demo.Person;
import org.gatehouse.demo.Provider;
import org.gatehouse.demo.RelyingParty;
import org.gatehouse.demo.Secrets;

/**
 * Many clients of a cluster at once, who do at random what clients do. Everything that they see is
 * in the history; which operation comes next follows from the seed alone.
 */
public final class LoadDriver implements Load.Deed, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Drivers that follow one another on one cluster have users of their own. */
  private static final int MOST_USERS = 1_000_000;

  private static final AtomicInteger FIRST_USER = new AtomicInteger();

  private final Cluster cluster;
  private final History history;
  private final Route balanced;
  private final RelyingParty cautious;
  private final RelyingParty quick;
  private final TokenCalls calls;
  private final KeyPolls polls;
  private final AtomicInteger users = new AtomicInteger(FIRST_USER.getAndAdd(MOST_USERS));
  private final Queue<Grant> grants = new ConcurrentLinkedQueue<>();
  private final Set<Integer> consents = ConcurrentHashMap.newKeySet();
  private volatile boolean retries;

  /** For a cluster that is ready. */
  public LoadDriver(Cluster cluster, History history) throws Exception {
    this.cluster = cluster;
    this.history = history;
    this.balanced = Route.balanced(cluster.issuer());
    Provider provider = Provider.discover(cluster.issuer());
    this.cautious = client(provider, BenchClients.CAUTIOUS);
    this.quick = client(provider, BenchClients.QUICK);
    KeyBook keys = new KeyBook(history);
    this.calls = new TokenCalls(history, new Wire(PATIENCE), keys);
    List<Route> nodes = cluster.nodes().stream().map(Route::straight).toList();
    this.polls = new KeyPolls(history, keys, nodes, POLL);
  }

  private static RelyingParty client(Provider provider, String id) {
    return RelyingParty.confidential(
        provider, new Secrets(), id, BenchClients.SECRET, BenchClients.CALLBACK);
  }

  /** From now on clients repeat what got no answer: for servers with a retry window. */
  public void repeatWhatGotNoAnswer() {
    retries = true;
  }

  /** The calls of clients without a browser. */
  public TokenCalls calls() {
    return calls;
  }

  /** The way through the balancer. */
  public Route balanced() {
    return balanced;
  }

  public Route straight(Node node) {
    return Route.straight(node);
  }

  /** One thing that a client does, by chance. */
  @Override
  public void act(Random random) throws InterruptedException {
    if (random.nextInt(25) == 0) {
      race(2);
    } else {
      actThroughBalancer(random);
    }
  }

  /** The same, without what goes straight to nodes. */
  public void actThroughBalancer(Random random) {
    int dice = random.nextInt(96);
    if (dice < 40) {
      calls.clientCredentials(balanced);
    } else if (dice < 60) {
      signInAndKeep(random.nextInt(3) == 0);
    } else if (dice < 85) {
      withGrant(grant -> calls.refresh(grant, balanced));
    } else if (dice < 93) {
      withGrant(grant -> calls.userinfo(grant, balanced));
    } else {
      calls.discovery(balanced);
    }
  }

  /** Signs a new user in and redeems the code; the grant may be used later. */
  public boolean signInAndKeep(boolean withConsent) {
    int number = users.incrementAndGet();
    Optional<Grant> grant = code(number, withConsent, balanced);
    grant.ifPresent(this::redeemAndKeep);
    return grant.isPresent();
  }

  private void redeemAndKeep(Grant grant) {
    if (calls.redeem(grant, balanced).ok()) {
      grants.add(grant);
    }
  }

  /** Signs a new user in, who allows what is asked for, and redeems the code. */
  Optional<Holding> hold() {
    int number = users.incrementAndGet();
    consents.add(number);
    SignIn signIn = new SignIn(history, cautious, person(number), balanced);
    return signIn
        .grant()
        .filter(grant -> calls.redeem(grant, balanced).ok())
        .map(grant -> new Holding(number, grant, signIn.browser()));
  }

  /** The same in the browser in which they have signed in. */
  void readConsent(Holding holding) {
    new SignIn(history, cautious, person(holding.user()), balanced, holding.browser())
        .readConsent();
  }

  /** Looks whether that user is asked for consent again. */
  void readConsent(int number) {
    new SignIn(history, cautious, person(number), balanced).readConsent();
  }

  /** A code that nobody has redeemed yet. */
  public Optional<Grant> code(Route route) {
    return code(users.incrementAndGet(), false, route);
  }

  private static Person person(int number) {
    String name = BenchUsers.name(number);
    return new Person(name, BenchUsers.password(name));
  }

  private Optional<Grant> code(int number, boolean withConsent, Route route) {
    Person user = person(number);
    RelyingParty client = withConsent ? cautious : quick;
    if (withConsent) {
      consents.add(number);
    }
    return new SignIn(history, client, user, route).grant();
  }

  /** One new code at every node at the same moment, so many times at each. */
  public List<Call> race(int timesEach) throws InterruptedException {
    Optional<Grant> code = code(balanced);
    return code.isPresent() ? race(code.get(), timesEach) : List.of();
  }

  /** That code at every node at the same moment. */
  public List<Call> race(Grant code, int timesEach) throws InterruptedException {
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < timesEach; i++) {
      cluster.nodes().forEach(node -> routes.add(Route.straight(node)));
    }
    return AtOnce.run(routes, route -> calls.redeem(code, route));
  }

  /** The newest refresh token of one grant at every node at the same moment. */
  public List<Call> raceRefresh() throws InterruptedException {
    Grant grant = grants.poll();
    if (grant == null) {
      return List.of();
    }
    List<Route> routes = cluster.nodes().stream().map(Route::straight).toList();
    return AtOnce.run(routes, route -> calls.refresh(grant.copy(), route));
  }

  /** A new user with a browser of their own. */
  public Visitor visitor() {
    return new Visitor(history, quick, person(users.incrementAndGet()), calls);
  }

  /** What one thread does with a grant that no other has meanwhile. */
  private interface Use {
    Call of(Grant grant);
  }

  /**
   * A grant whose use got no answer is offered once more, where the server gives the same answer
   * again; else it is left alone, since nobody knows its newest token.
   */
  private void withGrant(Use use) {
    Grant grant = grants.poll();
    if (grant == null) {
      return;
    }
    Outcome outcome = use.of(grant).outcome();
    if (outcome == Outcome.UNKNOWN && retries) {
      outcome = use.of(grant).outcome();
    }
    if (outcome == Outcome.OK || outcome == Outcome.UNAVAILABLE) {
      grants.add(grant);
    }
  }

  /** How many grants are held. */
  public int grants() {
    return grants.size();
  }

  /** Looks for everything that was acknowledged: each consent, and each newest refresh token. */
  public void readAll() {
    for (int number : consents) {
      readConsent(number);
    }
    for (Grant grant = grants.poll(); grant != null; grant = grants.poll()) {
      calls.refresh(grant, balanced);
    }
  }

  @Override
  public void close() {
    polls.close();
  }
}
