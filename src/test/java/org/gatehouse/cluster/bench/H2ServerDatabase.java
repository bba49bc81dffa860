package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** H2 in server mode. */
public final class H2ServerDatabase implements Database {
  private static final int PORT = 9092;

  private final String address;
  private final ServerProcess server;

  /** Its files and its log are in the directory. */
  public H2ServerDatabase(String address, List<String> enter, Path directory) throws IOException {
    this.address = address;
    Path data = Files.createDirectories(directory.toAbsolutePath()).resolve("data");
    this.server =
        new ServerProcess(
            enter,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dh2.bindAddress=" + address,
                "-cp",
                jar(),
                "org.h2.tools.Server",
                "-tcp",
                "-tcpAllowOthers",
                "-ifNotExists",
                "-tcpPort",
                String.valueOf(PORT),
                "-baseDir",
                data.toString()),
            directory.resolve("h2.log"));
  }

  /** In that directory, on whatever host. */
  public static Database.Maker in(Path directory) {
    return (address, enter) -> new H2ServerDatabase(address, enter, directory);
  }

  private static String jar() {
    try {
      return Path.of(
              org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String url() {
    return "jdbc:h2:tcp://" + address + ":" + PORT + "/./gatehouse";
  }

  @Override
  public String user() {
    return "sa";
  }

  @Override
  public String password() {
    return "";
  }

  @Override
  public void start() throws IOException {
    server.start(() -> ServerProcess.listens(address, PORT));
  }

  @Override
  public void kill9() throws IOException {
    server.child().kill9();
  }

  @Override
  public void pause() throws IOException {
    server.child().pause();
  }

  @Override
  public void resume() throws IOException {
    server.child().resume();
  }

  @Override
  public void close() {
    server.close();
  }
}
