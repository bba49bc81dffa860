package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.gatehouse.config.DemoConfig;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.store.UserStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo users of a run")
class DemoAccountsTest {
  private static final ServerConfig SERVER =
      new ServerConfig("http://localhost:9080", ServerConfig.Profile.DEMO);

  @TempDir Path directory;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @Test
  void signInWithThePasswordsOfTheFile() throws IOException {
    UserStore users = open();
    Properties passwords = passwords();

    assertThat(passwords.stringPropertyNames()).containsExactlyInAnyOrder("alice", "bob");
    for (String name : passwords.stringPropertyNames()) {
      assertThat(users.authenticate(name, passwords.getProperty(name))).isPresent();
    }
  }

  @Test
  void haveAFileThatOnlyItsOwnerMayRead() throws IOException {
    open();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void haveNewPasswordsOf128BitsAtLeastAtEveryStart() throws IOException {
    open();
    String before = passwords().getProperty("alice");
    open();
    String after = passwords().getProperty("alice");

    assertThat(after).isNotEqualTo(before).hasSizeGreaterThanOrEqualTo(22);
    assertThat(after).isNotEqualTo(passwords().getProperty("bob"));
  }

  @Test
  void areToldToTheConsoleWithTheAddresses() throws IOException {
    open();

    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("http://localhost:9080/.well-known/openid-configuration")
        .contains("alice " + passwords().getProperty("alice"))
        .contains(file().toString());
  }

  @Test
  void keepPasswordsOffTheConsoleWhereThatIsWanted() throws IOException {
    open(false);

    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains(file().toString())
        .doesNotContain(passwords().getProperty("alice"));
  }

  private UserStore open() {
    return open(true);
  }

  private UserStore open(boolean printsPasswords) {
    PrintStream stream = new PrintStream(console, true, StandardCharsets.UTF_8);
    DemoConfig demo = new DemoConfig(directory.resolve("demo"), printsPasswords);
    return new DemoAccounts(SERVER, demo, stream).open(new Handles());
  }

  private Path file() {
    return directory.resolve("demo").resolve("credentials");
  }

  private Properties passwords() throws IOException {
    Properties passwords = new Properties();
    try (var in = Files.newBufferedReader(file())) {
      passwords.load(in);
    }
    return passwords;
  }
}
