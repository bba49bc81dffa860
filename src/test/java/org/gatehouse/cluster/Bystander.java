package org.gatehouse.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatehouse.cluster.bench.MemberKeys;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ClusterConfig.Bind;
import org.gatehouse.config.ClusterConfig.Discovery;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.config.ClusterConfig.Replication;
import org.gatehouse.config.SecretText;

/** A member in a process of its own, which a test can kill: it joins, and ends with its test. */
public final class Bystander {
  private Bystander() {}

  /** A member at this port that knows the other by its port, and both by their keys. */
  static Cluster at(int own, int others, MemberKeys keys) {
    ClusterConfig.Tls tls =
        new ClusterConfig.Tls(
            keys.keystore(),
            new SecretText("changeit"),
            keys.truststore(),
            new SecretText("changeit"));
    ClusterConfig config =
        new ClusterConfig(
            "n" + own,
            "by tls",
            new Bind("127.0.0.1", own),
            new Discovery(DiscoveryKind.STATIC, List.of("127.0.0.1:" + others), ""),
            Optional.of(tls),
            false,
            Replication.REPLICATED,
            0,
            Optional.empty());
    return new Cluster(config, new Node("n" + own, Peer.startId()), Optional.empty());
  }

  static Process start(int own, int others, MemberKeys keys, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Bystander.class.getName(),
            Integer.toString(own),
            Integer.toString(others),
            keys.keystore().toString(),
            keys.truststore().toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Joins, and stays until nobody is left who could write to it. */
  public static void main(String... arguments) throws IOException {
    MemberKeys keys = new MemberKeys(Path.of(arguments[2]), Path.of(arguments[3]));
    try (Cluster cluster =
        at(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), keys)) {
      cluster.join();
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
