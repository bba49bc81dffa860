package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.config.ClusterConfig;
import org.gatehouse.config.ClusterConfig.Bind;
import org.gatehouse.config.ClusterConfig.Discovery;
import org.gatehouse.config.ClusterConfig.DiscoveryKind;
import org.gatehouse.config.ClusterConfig.Replication;
import org.gatehouse.config.ConfigException;
import org.gatehouse.config.SecretText;
import org.jgroups.JChannel;
import org.jgroups.protocols.TCP;
import org.jgroups.stack.Protocol;
import org.jgroups.util.TLS;
import org.jgroups.util.TLSClientAuth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The channel between the members")
class ChannelsTest {
  private static final Optional<ClusterConfig.Tls> TLS_SETTINGS =
      Optional.of(
          new ClusterConfig.Tls(
              Path.of("node.p12"),
              new SecretText("one"),
              Path.of("trust.p12"),
              new SecretText("two")));

  @TempDir private Path directory;

  private Optional<Path> file(String transport, String others) throws IOException {
    return Optional.of(
        Files.writeString(
            directory.resolve("own.xml"),
            "<config xmlns=\"urn:org:jgroups\"><"
                + transport
                + " bind_addr=\"127.0.0.1\" bind_port=\"27990\"/><TCPPING initial_hosts=\"127.0.0.1[1]\"/>"
                + "<pbcast.NAKACK2/><UNICAST3/><pbcast.GMS/>"
                + others
                + "</config>"));
  }

  private static TLS made(
      Optional<ClusterConfig.Tls> tls, boolean allowUnencrypted, Optional<Path> own) {
    ClusterConfig config =
        new ClusterConfig(
            "n",
            "c",
            new Bind("127.0.0.1", 7800),
            new Discovery(DiscoveryKind.STATIC, List.of("127.0.0.1:7801"), ""),
            tls,
            allowUnencrypted,
            Replication.REPLICATED,
            0,
            own);
    try (JChannel channel = new Channels(config).make("n", List::of)) {
      TCP tcp = channel.getProtocolStack().findProtocol(TCP.class);
      assertThat(tcp.getDiagnosticsHandler().isEnabled())
          .as("a port for probes, without TLS")
          .isEqualTo(tls.isEmpty() && own.isPresent() && allowUnencrypted);
      return tcp.tls();
    }
  }

  private static void refuses(
      Optional<ClusterConfig.Tls> tls, boolean allowUnencrypted, Optional<Path> own, String found) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> made(tls, allowUnencrypted, own))
        .satisfies(
            refused -> {
              assertThat(refused.faults().get(0).key()).isEqualTo("gatehouse.cluster.jgroups");
              assertThat(refused.faults().get(0).found()).contains(found);
            });
  }

  private static void isMutual(TLS tls) {
    assertThat(tls.enabled()).isTrue();
    assertThat(tls.getClientAuth()).isEqualTo(TLSClientAuth.NEED);
    assertThat(tls.getProtocols()).containsExactly("TLSv1.3");
    assertThat(tls.getKeystorePath()).isEqualTo("node.p12");
    assertThat(tls.getTruststorePath()).isEqualTo("trust.p12");
  }

  @Test
  void hasMutualTls() {
    isMutual(made(TLS_SETTINGS, false, Optional.empty()));
  }

  @Test
  void hasNoneWhereThatWasWished() {
    assertThat(made(Optional.empty(), true, Optional.empty()).enabled()).isFalse();
  }

  @Test
  void hasMutualTlsAlsoByAFileThatSaysNothingOfIt() throws IOException {
    isMutual(made(TLS_SETTINGS, false, file("TCP", "")));
    isMutual(made(TLS_SETTINGS, true, file("TCP tls.enabled=\"false\"", "")));
  }

  @Test
  void takesTheMutualTlsOfAFile() throws IOException {
    TLS tls =
        made(
            Optional.empty(), false, file("TCP tls.enabled=\"true\" tls.client_auth=\"NEED\"", ""));

    assertThat(tls.enabled()).isTrue();
    assertThat(tls.getKeystorePath()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TCP",
        "TCP tls.enabled=\"true\"",
        "TCP tls.enabled=\"true\" tls.client_auth=\"WANT\"",
        "TCP_NIO2"
      })
  void refusesAFileWithoutMutualTls(String transport) throws IOException {
    refuses(Optional.empty(), false, file(transport, ""), "without mutual TLS");
  }

  @Test
  void refusesATransportThatTheSettingsOfTlsDoNotReach() throws IOException {
    refuses(TLS_SETTINGS, true, file("TCP_NIO2", ""), "without mutual TLS");
  }

  @Test
  void takesAFileWithoutTlsWhereThatWasWished() throws IOException {
    assertThat(made(Optional.empty(), true, file("TCP", "<FD_SOCK2/>")).enabled()).isFalse();
  }

  static Set<String> listeners() {
    return Channels.LISTENERS;
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void refusesAPortThatTlsDoesNotProtect(String protocol) throws Exception {
    refuses(
        TLS_SETTINGS,
        false,
        file("TCP", element(protocol)),
        protocol + ", which takes messages from everybody");
  }

  /** What JGroups can make the protocol from. */
  private String element(String protocol) throws Exception {
    return switch (protocol) {
      case "STATE_SOCK" -> "<pbcast.STATE_SOCK/>";
      case "SSL_KEY_EXCHANGE" ->
          "<SSL_KEY_EXCHANGE keystore_name=\"%s\" keystore_type=\"PKCS12\"/><ASYM_ENCRYPT use_external_key_exchange=\"true\"/>"
              .formatted(keys());
      case "RELAY" -> "<%s/>".formatted(RELAY.class.getName());
      case "RELAY2", "RELAY3" ->
          "<relay.%s site=\"here\" config=\"%s\"/>".formatted(protocol, sites());
      default -> "<%s/>".formatted(protocol);
    };
  }

  /** That of JGroups is abstract; this one has its name. */
  public static final class RELAY extends Protocol {}

  private Path keys() throws Exception {
    Path file = directory.resolve("keys.p12");
    KeyStore none = KeyStore.getInstance("PKCS12");
    none.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      none.store(out, "changeit".toCharArray());
    }
    return file;
  }

  private Path sites() throws IOException {
    return Files.writeString(
        directory.resolve("sites.xml"),
        "<RelayConfiguration xmlns=\"urn:jgroups:relay:1.0\"><sites><site name=\"here\"/></sites>"
            + "</RelayConfiguration>");
  }

  @Test
  void opensNoOtherPortByTheBuiltInStack() throws IOException {
    try (var stack = Channels.class.getResourceAsStream("/cluster/jgroups.xml")) {
      assertThat(new String(stack.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .doesNotContain("<FD_SOCK")
          .contains("enable_suspect_events=\"true\"");
    }
  }
}
