package org.gatehouse.cluster.bench;

/** The clients of the bench, for the configuration of every node. */
public final class BenchClients {
  public static final String SECRET = "demo-secret";
  public static final String CALLBACK = "http://localhost:9090/callback";

  /** Asks for consent. */
  public static final String CAUTIOUS = "bench-cautious";

  /** Asks for none. */
  public static final String QUICK = "bench-quick";

  public static final String MACHINE = "bench-machine";

  /** The API that the scope is of; it has the secret of the clients. */
  public static final String API = "bench";

  public static final String SCOPE = "bench.api";

  /** Where the class path has their configuration. */
  static final String FILE = "/cluster/clients.yaml";

  private BenchClients() {}
}
