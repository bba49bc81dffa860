package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes behind a balancer, and the means to break them. Whatever happens, {@link #close} ends every
 * process and takes the network down; so does the end of this program.
 */
public final class Cluster implements AutoCloseable {
  private static final int HTTP_PORT = 9080;

  private final Path directory;
  private final Network network;
  private final Balancer balancer;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Thread hook = new Thread(this::end, "end of the cluster");
  private Optional<Database> database = Optional.empty();
  private boolean ended;

  private Cluster(Path directory, Network network, Balancer balancer) {
    this.directory = directory;
    this.network = network;
    this.balancer = balancer;
  }

  /**
   * What a cluster is made of.
   *
   * @param nodes how many
   * @param liberty the installation
   * @param template the server directory that the build has made
   * @param directory where the user directories of the nodes go: one per cluster
   * @param settings variables for the environment of every node
   * @param port of the balancer, where a person is to reach it and every node: then all is on the
   *     loopback; 0 for any
   */
  public record Plan(
      int nodes,
      Path liberty,
      Path template,
      Path war,
      Path directory,
      Map<String, String> settings,
      Optional<Database.Maker> database,
      int port) {
    /** What the build tells the tests of its profile. */
    public static Plan ofTheBuild(String name, int nodes) {
      Path liberty = Path.of(setting("gatehouse.cluster.home"));
      String template = setting("gatehouse.cluster.server");
      return new Plan(
          nodes,
          liberty,
          liberty.resolve("usr/servers").resolve(template),
          Path.of(setting("gatehouse.war")),
          Path.of(setting("gatehouse.cluster.directory")).resolve(name),
          Map.of(),
          Optional.empty(),
          0);
    }

    public Plan with(Map<String, String> more) {
      return new Plan(nodes, liberty, template, war, directory, more, database, port);
    }

    public Plan with(Database.Maker maker) {
      Optional<Database.Maker> made = Optional.of(maker);
      return new Plan(nodes, liberty, template, war, directory, settings, made, port);
    }

    /** For a person, who finds the balancer at that port. */
    public Plan forAPerson(int at) {
      return new Plan(nodes, liberty, template, war, directory, settings, database, at);
    }

    private static String setting(String name) {
      String value = System.getProperty(name);
      if (value == null) {
        throw new IllegalStateException(name + " is not set: mvn -Pcluster verify");
      }
      return value;
    }
  }

  /** Makes network, database and nodes; the nodes do not run yet. */
  public static Cluster open(Plan plan) throws IOException {
    Balancer balancer =
        ofClients(plan.port()); // first: where its port is in use, nothing is touched
    Network network;
    try {
      Shell.run("rm", "-rf", plan.directory().toString());
      Files.createDirectories(plan.directory());
      network = plan.port() == 0 ? Network.open(plan.nodes()) : new Loopback(plan.nodes());
    } catch (IOException e) {
      balancer.close();
      throw e;
    }
    Cluster cluster = new Cluster(plan.directory(), network, balancer);
    Runtime.getRuntime().addShutdownHook(cluster.hook);
    try {
      cluster.addDatabase(plan);
      cluster.addNodes(plan);
      return cluster;
    } catch (IOException e) {
      cluster.close();
      throw e;
    }
  }

  private static Balancer ofClients(int port) throws IOException {
    return Balancer.open(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Balancer.Options.USUAL);
  }

  private void addDatabase(Plan plan) throws IOException {
    if (plan.database().isPresent()) {
      String host = Network.DATABASE;
      Database made = plan.database().get().on(network.address(host), network.enter(host));
      database = Optional.of(made);
      made.start();
    }
  }

  private void addNodes(Plan plan) throws IOException {
    Path users = plan.directory().resolve("users.jar");
    BenchUsers.writeJar(users);
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    for (int i = 1; i <= plan.nodes(); i++) {
      String name = Network.node(i);
      InetSocketAddress address = new InetSocketAddress(network.address(name), HTTP_PORT);
      Path directory = plan.directory().resolve(name);
      Node node = new Node(name, address, network.enter(name), plan.liberty(), directory);
      node.directory().fill(plan.template(), plan.war(), users);
      node.set("GATEHOUSE_ISSUER", issuer().toString());
      node.set("GATEHOUSE_KEYS_MASTER_KEY", Base64.getEncoder().encodeToString(key));
      plan.settings().forEach(node::set);
      nodes.put(name, node);
    }
  }

  /** Where clients find the cluster. */
  public URI issuer() {
    return URI.create("http://localhost:" + balancer.port());
  }

  /** Where the nodes live, and where the record of the run belongs. */
  public Path directory() {
    return directory;
  }

  public Balancer balancer() {
    return balancer;
  }

  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  public Node node(String name) {
    return nodes.get(name);
  }

  /** The database, where the plan has one. */
  public Database database() {
    return database.orElseThrow();
  }

  /** The address of a host: a node, or {@code db}. */
  public String address(String host) {
    return network.address(host);
  }

  /** Starts all nodes at once, and waits until the balancer has them. */
  public void start(Duration longest) throws Exception {
    for (Node node : nodes.values()) {
      node.start();
      balancer.add(node.name(), node.address());
    }
    awaitReady(longest);
  }

  /** Waits until every node is ready and gets requests. */
  public void awaitReady(Duration longest) throws Exception {
    for (Node node : nodes.values()) {
      node.awaitReady(longest);
    }
    Patience.of(longest).until("all are healthy", () -> balancer.healthy().size() == nodes.size());
  }

  /** Whether this machine lets hosts be cut apart. */
  public boolean canCut() {
    return network.canCut();
  }

  /** Nothing gets through between two hosts. */
  public void cut(String one, String other) throws IOException {
    network.cut(one, other);
  }

  /** Nothing gets through from the one to the other; so answers the other way are lost, too. */
  public void cutOneWay(String from, String to) throws IOException {
    network.cutOneWay(from, to);
  }

  public void heal(String one, String other) throws IOException {
    network.heal(one, other);
  }

  public void cutFromDatabase(String node) throws IOException {
    network.cut(node, Network.DATABASE);
  }

  /** What the node asks for is done, and the answer is lost. */
  public void loseAnswersOfDatabase(String node) throws IOException {
    network.cutOneWay(Network.DATABASE, node);
  }

  /** Heals every cut. */
  public void healAll() throws IOException {
    network.healAll();
  }

  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private synchronized void end() {
    if (ended) {
      return;
    }
    ended = true;
    List<AutoCloseable> parts = new ArrayList<>();
    parts.add(balancer);
    nodes.values().forEach(node -> parts.add(node::close));
    database.ifPresent(parts::add);
    parts.add(network);
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        System.Logger log = System.getLogger(Cluster.class.getName());
        log.log(System.Logger.Level.WARNING, "A part of the cluster is left behind", e);
      }
    }
  }
}
