package org.gatehouse.it;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Arquillian extension that deploys Gatehouse once, with the start of the server. */
public class SuiteDeployment implements LoadableExtension {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(SuiteDeployment.class);
  }

  /** Puts the WAR where the shipped server.xml names it, before the server looks. */
  public void deploy(@Observes BeforeStart starting) throws IOException {
    Path war = Deployments.serverDirectory().resolve("apps/gatehouse.war");
    Files.createDirectories(war.getParent());
    Deployments.gatehouse().as(ZipExporter.class).exportTo(war.toFile(), true);
  }

  /** A server that says it has started may still start its application, or have failed to. */
  public void awaitReadiness(@Observes AfterStart started)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!ready()) {
      if (failedToStart() || Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("Gatehouse is not ready; see " + messages());
      }
      Thread.sleep(100);
    }
  }

  private static boolean failedToStart() throws IOException {
    return Files.exists(messages()) && Files.readString(messages()).contains(" E CWWKZ0002E: ");
  }

  private static Path messages() {
    return Deployments.serverDirectory().resolve("logs/messages.log");
  }

  private static boolean ready() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(Deployments.baseUri().resolve("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.ofString())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
