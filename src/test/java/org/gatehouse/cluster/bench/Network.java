package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.util.List;

/** Where the processes of a bench live: every host has an address of its own. */
interface Network extends AutoCloseable {
  /** The host of the database. */
  String DATABASE = "db";

  /** Namespaces where the system lets us, else addresses of the loopback. */
  static Network open(int nodes) throws IOException {
    return Namespaces.arePossible() ? Namespaces.open(nodes) : new Loopback(nodes);
  }

  /** The name of a node, from 1. */
  static String node(int number) {
    return "n" + number;
  }

  String address(String host);

  /** What a command starts with that is to run on that host. */
  List<String> enter(String host);

  boolean canCut();

  /** What the one host sends to the other is thrown away. */
  void cutOneWay(String from, String to) throws IOException;

  void healOneWay(String from, String to) throws IOException;

  default void cut(String one, String other) throws IOException {
    cutOneWay(one, other);
    cutOneWay(other, one);
  }

  default void heal(String one, String other) throws IOException {
    healOneWay(one, other);
    healOneWay(other, one);
  }

  /** Heals every cut. */
  void healAll() throws IOException;

  @Override
  void close() throws IOException;
}
