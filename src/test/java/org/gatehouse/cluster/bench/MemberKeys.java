package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the members of a cluster know each other by, made once for a run: one key for all of them,
 * which they trust and nothing else.
 */
public record MemberKeys(Path keystore, Path truststore) {
  private static final String PASSWORD = "changeit";

  /** Takes those that are in the directory, or makes them there. */
  public static MemberKeys in(Path directory) throws IOException {
    MemberKeys keys =
        new MemberKeys(directory.resolve("member.p12"), directory.resolve("trust.p12"));
    if (!Files.exists(keys.truststore())) {
      keys.make(Files.createDirectories(directory).resolve("member.pem"));
    }
    return keys;
  }

  private void make(Path certificate) throws IOException {
    Files.deleteIfExists(keystore);
    keytool(
        keystore,
        "-genkeypair -alias member -dname CN=member -keyalg EC -groupname secp256r1 -validity 30");
    keytool(keystore, "-exportcert -alias member -rfc -file " + certificate);
    keytool(truststore, "-importcert -alias member -noprompt -file " + certificate);
  }

  private static void keytool(Path store, String arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    Shell.run(command);
  }

  /** The settings of a node that uses them. */
  public Map<String, String> settings() {
    return Map.of(
        "GATEHOUSE_CLUSTER_TLS_KEYSTORE",
        keystore.toString(),
        "GATEHOUSE_CLUSTER_TLS_KEYSTORE_PASSWORD",
        PASSWORD,
        "GATEHOUSE_CLUSTER_TLS_TRUSTSTORE",
        truststore.toString(),
        "GATEHOUSE_CLUSTER_TLS_TRUSTSTORE_PASSWORD",
        PASSWORD);
  }
}
