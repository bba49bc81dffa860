package org.gatehouse.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatehouse.config.ClusterConfig.Bind;
import org.gatehouse.config.ClusterConfig.Discovery;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.config.ClusterConfig.Replication;
import org.gatehouse.config.ClusterConfig.Tls;

/** Reads the settings of the cluster, and what they ask of another. */
final class ClusterReader {
  static final String DISCOVERY = "gatehouse.cluster.discovery";
  static final String HOSTS = "gatehouse.cluster.hosts";
  static final String DNS_QUERY = "gatehouse.cluster.dns-query";
  static final String EXPECTED = "gatehouse.cluster.expected-members";
  static final String REPLICATION = "gatehouse.cluster.replication";
  static final String JGROUPS = "gatehouse.cluster.jgroups";
  static final String UNENCRYPTED = "gatehouse.cluster.allow-unencrypted";
  static final String TLS = "gatehouse.cluster.tls.";

  private final Settings settings;
  private final StoreConfig store;
  private final boolean used;

  ClusterReader(Settings settings, StoreConfig store) {
    this.settings = settings;
    this.store = store;
    this.used = store.operational() == StoreConfig.OperationalKind.INFINISPAN;
  }

  ClusterConfig read() {
    return new ClusterConfig(
        settings.text("gatehouse.cluster.node").orElse(""),
        settings.required("gatehouse.cluster.name", "the name of the cluster"),
        new Bind(
            settings.required("gatehouse.cluster.bind-address", "an address of this machine"),
            settings.integer("gatehouse.cluster.bind-port", 1, 65_535)),
        discovery(),
        tls(),
        settings.flag(UNENCRYPTED),
        replication(),
        expectedMembers(),
        file(JGROUPS, "a JGroups configuration that the server may read"));
  }

  private Discovery discovery() {
    DiscoveryKind kind = settings.choice(DISCOVERY, DiscoveryKind.DATABASE);
    List<String> hosts = settings.list(HOSTS);
    String query = settings.text(DNS_QUERY).orElse("");
    boolean wellFormed = hosts.stream().allMatch(host -> host.matches("[^:\\[\\]]+:\\d{1,5}"));
    if (!wellFormed) {
      settings.fault(HOSTS, "host:port, with commas between", "write a.example.com:7800,b…:7800");
    }
    if (used && kind == DiscoveryKind.STATIC && hosts.isEmpty()) {
      settings.fault(HOSTS, "the other members", "name them, as host:port, with commas between");
    }
    if (used && kind == DiscoveryKind.DNS && query.isEmpty()) {
      settings.fault(DNS_QUERY, "the name under which DNS has all members", "name it");
    }
    if (used && kind == DiscoveryKind.DATABASE && !store.durable()) {
      settings.fault(
          DISCOVERY,
          "static or dns, for without a database none can be asked",
          "write static and name " + HOSTS + ", or write dns and name " + DNS_QUERY);
    }
    return new Discovery(kind, wellFormed ? hosts : List.of(), query);
  }

  private Replication replication() {
    Replication replication = settings.choice(REPLICATION, Replication.REPLICATED);
    if (used && !store.durable() && replication == Replication.DISTRIBUTED) {
      settings.fault(
          REPLICATION, "replicated, for the grid is the only place of its data", "write it");
    }
    return replication;
  }

  private int expectedMembers() {
    int members = settings.integer(EXPECTED, 0, 100);
    if (used && !store.durable() && members < 3) {
      settings.fault(
          EXPECTED,
          "how many nodes there are, three at least: a use counts where more than half agree",
          "write the number of nodes, or keep the data in a database, too: "
              + "gatehouse.store.operational.durable=true");
    }
    return members;
  }

  /** Nobody listens in, and nobody joins who has no certificate, unless that was wished. */
  private Optional<Tls> tls() {
    Optional<Path> keystore = file(TLS + "keystore", "a PKCS12 file that the server may read");
    Optional<String> password = settings.secret(TLS + "keystore-password");
    Optional<Path> truststore = file(TLS + "truststore", "a PKCS12 file that the server may read");
    Optional<String> trustPassword = settings.secret(TLS + "truststore-password");
    boolean unencrypted = settings.flag(UNENCRYPTED);
    if (keystore.isPresent()
        && password.isPresent()
        && truststore.isPresent()
        && trustPassword.isPresent()) {
      return Optional.of(
          new Tls(
              keystore.get(),
              new SecretText(password.get()),
              truststore.get(),
              new SecretText(trustPassword.get())));
    }
    boolean some = keystore.isPresent() || truststore.isPresent();
    boolean mayBeElsewhere = unencrypted || settings.text(JGROUPS).isPresent();
    if (used && (some || !mayBeElsewhere)) {
      settings.fault(
          TLS + "keystore",
          "mutual TLS between the members of the cluster",
          "set "
              + TLS
              + "keystore, keystore-password, truststore and truststore-password "
              + "(docs/clustering.md makes the files), or allow everyone in that network to read "
              + "and write grants: "
              + UNENCRYPTED
              + "=true");
    }
    return Optional.empty();
  }

  private Optional<Path> file(String key, String expected) {
    Optional<Path> file = settings.path(key);
    if (file.isPresent() && !Files.isReadable(file.get())) {
      settings.fault(key, expected, "correct the path or its permissions");
    }
    return file;
  }
}
