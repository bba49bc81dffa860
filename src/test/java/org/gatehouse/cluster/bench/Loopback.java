package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Addresses 127.0.0.11 and on, or of the first net after it where nothing listens yet: enough to
 * kill and pause nodes, not to cut them apart.
 */
final class Loopback implements Network {
  private static final int MOST_NETS = 100;

  /** Of nodes and databases. */
  private static final List<Integer> PORTS = List.of(9080, 9081, 7800, 7801, 5432, 9092);

  private final Map<String, String> addresses = new LinkedHashMap<>();

  Loopback(int nodes) {
    String net = "127.0.0.";
    for (int i = 1; i < MOST_NETS && isUsed(net, nodes); i++) {
      net = "127.0." + i + ".";
    }
    addresses.put(DATABASE, net + 10);
    for (int i = 1; i <= nodes; i++) {
      addresses.put(Network.node(i), net + (10 + i));
    }
  }

  private static boolean isUsed(String net, int nodes) {
    return IntStream.rangeClosed(10, 10 + nodes)
        .mapToObj(number -> net + number)
        .anyMatch(address -> PORTS.stream().anyMatch(port -> ServerProcess.listens(address, port)));
  }

  @Override
  public String address(String host) {
    return addresses.get(host);
  }

  @Override
  public List<String> enter(String host) {
    return List.of();
  }

  @Override
  public boolean canCut() {
    return false;
  }

  @Override
  public void cutOneWay(String from, String to) throws IOException {
    throw new IOException("no cuts on the loopback: run as root, with network namespaces");
  }

  @Override
  public void healOneWay(String from, String to) {}

  @Override
  public void healAll() {}

  @Override
  public void close() {}
}
