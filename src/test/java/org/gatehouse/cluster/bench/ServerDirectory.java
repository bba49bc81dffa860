package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** The user directory of a node, with one server in it. */
record ServerDirectory(Path home) {
  static final String SERVER = "gatehouse";

  /** What a server makes itself while it runs. */
  private static final Set<String> NOT_COPIED = Set.of("logs", "workarea", "keys", "data", "apps");

  Path server() {
    return home.resolve("servers").resolve(SERVER);
  }

  Path logs() {
    return server().resolve("logs");
  }

  /** What the process writes to its console, over all its starts. */
  Path console() {
    return home.resolve("console.log");
  }

  Path clients() {
    return home.resolve("clients.yaml");
  }

  /** Makes it anew, from the server that the build has made. */
  void fill(Path template, Path war, Path users) throws IOException {
    copy(template, server());
    Files.createDirectories(server().resolve("apps"));
    Files.copy(war, server().resolve("apps/gatehouse.war"));
    Files.createDirectories(server().resolve("ext"));
    Files.copy(users, server().resolve("ext/users.jar"));
    try (InputStream clients = ServerDirectory.class.getResourceAsStream(BenchClients.FILE)) {
      Files.copy(clients, clients());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes any)
              throws IOException {
            Path relative = from.relativize(directory);
            if (NOT_COPIED.contains(relative.toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(relative));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
