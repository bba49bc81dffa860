package org.gatehouse.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How nodes form a cluster; read where grants are kept in the grid.
 *
 * @param node what people call this node
 * @param name what the members call their cluster; another name is another cluster
 * @param bind where this node listens for the others
 * @param discovery how it finds them
 * @param tls how they trust each other; empty where that was given up on purpose, or is a matter of
 *     the JGroups configuration
 * @param allowUnencrypted whether everyone in their network may read and write grants
 * @param replication which nodes keep an entry
 * @param expectedMembers how many nodes there are, where the grid alone decides
 * @param jgroups a JGroups configuration that has address, port and discovery of its own
 */
public record ClusterConfig(
    String node,
    String name,
    Bind bind,
    Discovery discovery,
    Optional<Tls> tls,
    boolean allowUnencrypted,
    Replication replication,
    int expectedMembers,
    Optional<Path> jgroups) {

  /** An address of this machine and a port. */
  public record Bind(String address, int port) {}

  /**
   * How members are found.
   *
   * @param kind the way
   * @param hosts {@code host:port}, for {@link DiscoveryKind#STATIC}
   * @param dnsQuery the name to ask for, for {@link DiscoveryKind#DNS}; otherwise empty
   */
  public record Discovery(DiscoveryKind kind, List<String> hosts, String dnsQuery) {
    public Discovery {
      hosts = List.copyOf(hosts);
    }
  }

  /** Values of {@code gatehouse.cluster.discovery}. */
  public enum DiscoveryKind {
    DATABASE,
    STATIC,
    DNS
  }

  /** Values of {@code gatehouse.cluster.replication}. */
  public enum Replication {
    REPLICATED,
    DISTRIBUTED
  }

  /** PKCS12 keystores: the key of this node, and whom it trusts. */
  public record Tls(
      Path keystore, SecretText keystorePassword, Path truststore, SecretText truststorePassword) {}

  /** How long the cluster may take to answer one call; below what a client waits. */
  public static final Duration REMOTE_TIMEOUT = Duration.ofSeconds(2);

  /** The least number of members that are more than half. */
  public int majority() {
    return expectedMembers / 2 + 1;
  }
}
