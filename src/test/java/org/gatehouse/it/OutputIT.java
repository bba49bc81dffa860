package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.gatehouse.demo.ServerLog;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("ASVS 16.2: what the server wrote while all other tests ran")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Order(Integer.MAX_VALUE)
class OutputIT {
  private final ServerLog log = new ServerLog(Deployments.serverDirectory().resolve("logs"));

  @Test
  @DisplayName("no failure of ours")
  void hasNoErrors() throws Exception {
    assertThat(log.errors()).isEmpty();
    assertThat(log.failureRecords()).isEmpty();
  }

  @Test
  @DisplayName("no password, code, token, verifier, cookie")
  void hasNoSecrets() throws Exception {
    assertThat(Actors.SECRETS.count()).as("secrets seen; all test classes come first").isPositive();
    assertThat(log.leaks(Actors.SECRETS)).isEmpty();
  }

  /** The bytes of the file as they lie there, since the server holds it open. */
  @Test
  @DisplayName("in the database: grants, but no password, code, token, verifier, cookie")
  void keepsNoSecretInTheDatabase() throws Exception {
    String kept = Files.readString(Deployments.databaseFile(), StandardCharsets.ISO_8859_1);

    assertThat(kept).contains("REFRESH_TOKEN", "AUTHORIZATION_CODE", "USER_SESSION");
    assertThat(kept).as("clean-up had its turns").contains("grant-cleanup");
    assertThat(Actors.SECRETS.leaksOf(kept)).isEmpty();
  }

  @Test
  @DisplayName("refusals with their reasons")
  void tellsWhyItRefused() throws Exception {
    assertThat(log.messages()).contains("refused");
  }
}
