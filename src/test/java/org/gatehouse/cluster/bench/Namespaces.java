package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network namespace for every host, joined by a bridge. The bench itself is at the bridge, as the
 * clients and their balancer. A cut is a black hole in the routes of the sender: what is on its way
 * is lost, and so is every answer.
 *
 * <p>All names start with {@code gh} and the pid of the bench, so that the next one can tell what a
 * dead one has left.
 */
final class Namespaces implements Network {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int FIRST_NODE = 11;

  private final String prefix;
  private final String net;
  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Set<List<String>> cuts = new LinkedHashSet<>();

  private Namespaces(String prefix, String net) {
    this.prefix = prefix;
    this.net = net;
  }

  static boolean arePossible() {
    String probe = "gh" + ProcessHandle.current().pid() + "probe";
    return Shell.works("ip", "netns", "add", probe) && Shell.works("ip", "netns", "del", probe);
  }

  static Namespaces open(int nodes) throws IOException {
    Leftovers.remove();
    String prefix =
        "gh" + ProcessHandle.current().pid() + (char) ('a' + COUNT.getAndIncrement() % 26);
    Namespaces network = new Namespaces(prefix, freeNet());
    try {
      network.build(nodes);
      return network;
    } catch (IOException e) {
      network.close();
      throw e;
    }
  }

  /** The first three numbers of a net that nobody uses. */
  private static String freeNet() throws IOException {
    String used = Shell.run("ip", "-o", "-4", "address");
    int start = (int) (ProcessHandle.current().pid() % 250);
    for (int i = 0; i < 250; i++) {
      String net = "10.77." + (1 + (start + i) % 250) + ".";
      if (!used.contains(net)) {
        return net;
      }
    }
    throw new IOException("no free net in 10.77.0.0/16");
  }

  private void build(int nodes) throws IOException {
    Shell.run("ip", "link", "add", bridge(), "type", "bridge");
    Shell.run("ip", "address", "add", net + "1/24", "dev", bridge());
    Shell.run("ip", "link", "set", bridge(), "up");
    add(DATABASE, 2);
    for (int i = 1; i <= nodes; i++) {
      add(Network.node(i), FIRST_NODE - 1 + i);
    }
  }

  private void add(String host, int number) throws IOException {
    String namespace = namespace(host);
    String outside = prefix + "o" + number;
    String inside = prefix + "i" + number;
    addresses.put(host, net + number);
    Shell.run("ip", "netns", "add", namespace);
    Shell.run("ip", "link", "add", outside, "type", "veth", "peer", "name", inside);
    Shell.run("ip", "link", "set", inside, "netns", namespace);
    Shell.run("ip", "link", "set", outside, "master", bridge(), "up");
    within(host, "ip", "address", "add", net + number + "/24", "dev", inside);
    within(host, "ip", "link", "set", inside, "up");
    within(host, "ip", "link", "set", "lo", "up");
  }

  private String bridge() {
    return prefix + "b";
  }

  private String namespace(String host) {
    return prefix + host;
  }

  private void within(String host, String... command) throws IOException {
    List<String> whole = new ArrayList<>(enter(host));
    whole.addAll(List.of(command));
    Shell.run(whole);
  }

  @Override
  public String address(String host) {
    return addresses.get(host);
  }

  @Override
  public List<String> enter(String host) {
    return List.of("ip", "netns", "exec", namespace(host));
  }

  @Override
  public boolean canCut() {
    return true;
  }

  @Override
  public synchronized void cutOneWay(String from, String to) throws IOException {
    if (cuts.add(List.of(from, to))) {
      within(from, "ip", "route", "add", "blackhole", address(to) + "/32");
    }
  }

  @Override
  public synchronized void healOneWay(String from, String to) throws IOException {
    if (cuts.remove(List.of(from, to))) {
      within(from, "ip", "route", "del", "blackhole", address(to) + "/32");
    }
  }

  @Override
  public synchronized void healAll() throws IOException {
    for (List<String> cut : List.copyOf(cuts)) {
      healOneWay(cut.get(0), cut.get(1));
    }
  }

  @Override
  public void close() throws IOException {
    Leftovers.remove(prefix);
  }
}
