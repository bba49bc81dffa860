package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses 127.0.0.11 and on: enough to kill and pause nodes, not to cut them apart. */
final class Loopback implements Network {
  private final Map<String, String> addresses = new LinkedHashMap<>();

  Loopback(int nodes) {
    addresses.put(DATABASE, "127.0.0.10");
    for (int i = 1; i <= nodes; i++) {
      addresses.put(Network.node(i), "127.0.0." + (10 + i));
    }
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
