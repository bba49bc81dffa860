package org.gatehouse.cluster;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.ConfigFault;
import org.jgroups.JChannel;
import org.jgroups.conf.ProtocolConfiguration;
import org.jgroups.conf.ProtocolStackConfigurator;
import org.jgroups.conf.XmlConfigurator;
import org.jgroups.protocols.TCP;
import org.jgroups.stack.Protocol;
import org.jgroups.stack.ProtocolStack;
import org.jgroups.util.TLS;
import org.jgroups.util.TLSClientAuth;

/** Makes the channel that members talk over: TCP with mutual TLS, from the settings. */
final class Channels {
  /**
   * Protocols with sockets, or a whole channel, of their own (JGroups 5). A protocol has the name
   * of its class, without the package.
   */
  static final Set<String> LISTENERS =
      Set.of(
          "FD_SOCK",
          "FD_SOCK2",
          "MPING",
          "BPING",
          "STOMP",
          "STATE_SOCK",
          "SSL_KEY_EXCHANGE",
          "RELAY",
          "RELAY2",
          "RELAY3");

  private static final String BUILT_IN = "/cluster/jgroups.xml";
  private static final String OWN = "gatehouse.cluster.jgroups";
  private static final String ADDRESS = "gatehouse.cluster.bind-address";

  /** How often others are asked before the join is given up: one question may get lost. */
  private static final String ASKED = "5";

  private final ClusterConfig config;

  Channels(ClusterConfig config) {
    this.config = config;
  }

  /**
   * A channel that is not connected yet.
   *
   * @param list what the shared list of members has, for a discovery that asks it
   */
  JChannel make(String name, Supplier<List<Member>> list) {
    try {
      JChannel channel = new JChannel(stack());
      ProtocolStack stack = channel.getProtocolStack();
      secure(stack);
      if (stack.findProtocol(MembersDiscovery.class) instanceof MembersDiscovery discovery) {
        discovery.ask(list);
      }
      return channel.name(name);
    } catch (ConfigException e) {
      throw e;
    } catch (Exception e) { // JGroups declares no narrower one
      throw fault(
          config.jgroups().map(file -> OWN).orElse(ADDRESS),
          String.valueOf(e.getMessage()),
          "settings from which JGroups can make a channel",
          "correct them");
    }
  }

  private ProtocolStackConfigurator stack() throws Exception {
    Optional<Path> own = config.jgroups();
    try (InputStream in =
        own.isPresent()
            ? Files.newInputStream(own.get())
            : Channels.class.getResourceAsStream(BUILT_IN)) {
      ProtocolStackConfigurator read = XmlConfigurator.getInstance(in);
      List<ProtocolConfiguration> protocols = new ArrayList<>(read.getProtocolStack());
      if (own.isEmpty()) {
        protocols.forEach(this::bind);
      }
      if (protocols.stream().noneMatch(Channels::isDiscovery)) {
        protocols.add(1, discovery());
      }
      return new Stack(protocols);
    }
  }

  /** What a channel is made from. */
  private record Stack(List<ProtocolConfiguration> protocols) implements ProtocolStackConfigurator {
    @Override
    public String getProtocolStackString() {
      return protocols.toString();
    }

    @Override
    public List<ProtocolConfiguration> getProtocolStack() {
      return protocols;
    }
  }

  private void bind(ProtocolConfiguration protocol) {
    if (protocol.getProtocolName().equals("TCP")) {
      protocol.getProperties().put("bind_addr", config.bind().address());
      protocol.getProperties().put("bind_port", Integer.toString(config.bind().port()));
    }
  }

  private static boolean isDiscovery(ProtocolConfiguration protocol) {
    return protocol.getProtocolName().matches(".*(PING[0-9]*|Discovery)");
  }

  private ProtocolConfiguration discovery() {
    ClusterConfig.Discovery discovery = config.discovery();
    if (discovery.kind() == DiscoveryKind.STATIC) {
      String hosts =
          discovery.hosts().stream()
              .map(host -> host.replaceFirst(":(\\d+)$", "[$1]"))
              .collect(Collectors.joining(","));
      return new ProtocolConfiguration(
          "TCPPING",
          new HashMap<>(
              Map.of("initial_hosts", hosts, "port_range", "0", "num_discovery_runs", ASKED)));
    }
    if (discovery.kind() == DiscoveryKind.DNS) {
      return new ProtocolConfiguration(
          "dns.DNS_PING",
          new HashMap<>(
              Map.of(
                  "dns_query",
                  discovery.dnsQuery(),
                  "dns_record_type",
                  "A",
                  "num_discovery_runs",
                  ASKED)));
    }
    return new ProtocolConfiguration(
        MembersDiscovery.class.getName(), new HashMap<>(Map.of("num_discovery_runs", ASKED)));
  }

  /** Nobody reads along or joins unknown, whoever wrote the stack, unless that was wished. */
  private void secure(ProtocolStack stack) {
    boolean isSecure = false;
    if (stack.findProtocol(TCP.class) instanceof TCP tcp) {
      config.tls().ifPresent(settings -> secure(tcp.tls(), settings));
      isSecure = tcp.tls().enabled() && tcp.tls().getClientAuth() == TLSClientAuth.NEED;
    }
    boolean isWished = config.allowUnencrypted() && config.tls().isEmpty();
    if (!isSecure && !isWished) {
      throw fault(
          OWN,
          "a transport without mutual TLS",
          "TCP, which gatehouse.cluster.tls.* secures, or which asks for certificates by "
              + "tls.enabled=\"true\" and tls.client_auth=\"NEED\"",
          "correct it, or allow everyone in that network to read and write grants: "
              + "gatehouse.cluster.allow-unencrypted=true");
    }
    if (!isWished) {
      closeOtherPorts(stack);
    }
  }

  /** TLS covers the port of the transport, and no other that a protocol opens. */
  private static void closeOtherPorts(ProtocolStack stack) {
    stack.getTransport().getDiagnosticsHandler().setEnabled(false);
    stack.getProtocols().stream()
        .map(Protocol::getName)
        .filter(LISTENERS::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw fault(
                  OWN,
                  name + ", which takes messages from everybody at a port of its own",
                  "protocols that use the connections of the transport",
                  "take it out; failure detection: enable_suspect_events=\"true\" at TCP");
            });
  }

  private static void secure(TLS tls, ClusterConfig.Tls settings) {
    tls.enabled(true)
        .setProtocols(new String[] {"TLSv1.3"})
        .setClientAuth(TLSClientAuth.NEED)
        .setKeystorePath(settings.keystore().toString())
        .setKeystorePassword(settings.keystorePassword().value())
        .setKeystoreType("pkcs12")
        .setTruststorePath(settings.truststore().toString())
        .setTruststorePassword(settings.truststorePassword().value())
        .setTruststoreType("pkcs12");
  }

  private static ConfigException fault(String key, String found, String expected, String fix) {
    return new ConfigException(List.of(new ConfigFault(key, found, expected, fix)));
  }
}
