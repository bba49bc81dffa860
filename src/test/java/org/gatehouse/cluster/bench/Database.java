package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.util.List;

/** The database of a bench: a process of its own on a host of its own. */
public interface Database extends AutoCloseable {
  /** The address for JDBC. */
  String url();

  String user();

  String password();

  /** Starts it and waits until it answers; also again, over the same files. */
  void start() throws IOException;

  void kill9() throws IOException;

  void pause() throws IOException;

  void resume() throws IOException;

  @Override
  void close() throws IOException;

  /** Makes a database on a host of a network. */
  @FunctionalInterface
  interface Maker {
    Database on(String address, List<String> enter) throws IOException;
  }
}
