package org.gatehouse.it;

import java.net.URI;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What the integration tests run against: the WAR that the build made, deployed once to one server.
 *
 * <p>Arquillian deploys again for every class that has a {@code @Deployment} method, and a start of
 * the application costs more than most tests. So no test class has one: {@link SuiteDeployment}
 * puts {@link #gatehouse()} into the server that Arquillian starts before the first class and stops
 * after the last one, and all classes share it. A test class is {@code
 * ExtendWith(ArquillianExtension.class)} and {@code @RunAsClient}, and asks here where the server
 * is. Tests share its state: each makes the sessions and grants that it needs.
 *
 * <p>The server directory, its ports, its profile and its system properties are made by the build
 * (execution {@code it-server} in pom.xml) from the server.xml that is shipped.
 */
public final class Deployments {
  private Deployments() {}

  /** The built WAR, unchanged. */
  public static WebArchive gatehouse() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, war().toFile());
  }

  /** Where the build has left it, with the classes JAR beside it. */
  static Path war() {
    return Path.of(setting("gatehouse.war"));
  }

  /** Where Gatehouse answers by HTTP; also its issuer. */
  public static URI baseUri() {
    return URI.create("http://localhost:" + setting("gatehouse.it.http.port"));
  }

  /** Where Gatehouse answers by TLS, with a self-signed certificate. */
  public static URI tlsUri() {
    return URI.create("https://localhost:" + setting("gatehouse.it.https.port"));
  }

  /** The directory of the server: its configuration, its {@code logs}. */
  public static Path serverDirectory() {
    return Path.of(setting("gatehouse.it.home"), "usr/servers", setting("gatehouse.it.server"));
  }

  /** Where the server leaves what a person may read: the passwords of the demo users. */
  public static Path demoDirectory() {
    return Path.of(setting("gatehouse.it.directory"));
  }

  /** The file of the server's database, which this run has made. */
  public static Path databaseFile() {
    String run = "data-" + setting("gatehouse.it.http.port");
    return Path.of(setting("gatehouse.it.directory"), run, "gatehouse.mv.db");
  }

  private static String setting(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: integration tests run by mvn verify");
    }
    return value;
  }
}
