package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL of the system's packages, with what a crash must not lose: fsync is on. */
public final class PostgresDatabase implements Database {
  private static final int PORT = 5432;
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final String USER = "gatehouse";

  private final String address;
  private final Path programs;
  private final Path directory;
  private final ServerProcess server;

  private PostgresDatabase(String address, List<String> enter, Path programs) throws IOException {
    this.address = address;
    this.programs = programs;
    this.directory = Files.createTempDirectory("gatehouse-postgres");
    List<String> command = new ArrayList<>(asPostgres());
    command.addAll(
        List.of(
            programs.resolve("postgres").toString(),
            "-D",
            data(),
            "-h",
            address,
            "-p",
            String.valueOf(PORT),
            "-k",
            directory.toString(),
            "-c",
            "fsync=on",
            "-c",
            "max_connections=200"));
    this.server = new ServerProcess(enter, command, log());
  }

  /** Why there is none on this machine; empty where there is. */
  public static Optional<String> missing() {
    return programs().isPresent()
        ? Optional.empty()
        : Optional.of("no PostgreSQL in " + PACKAGES + ": apt-get install postgresql");
  }

  /** On whatever host; its files are below the directory for temporary files. */
  public static Database.Maker maker() {
    return (address, enter) -> {
      PostgresDatabase database =
          new PostgresDatabase(
              address, enter, programs().orElseThrow(() -> new IOException(missing().get())));
      database.initialize();
      return database;
    };
  }

  /** The programs of the newest version. */
  private static Optional<Path> programs() {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .max(Comparator.comparing(bin -> bin.getParent().getFileName().toString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The version, as the directory of its programs has it. */
  public static String version() {
    return programs().orElseThrow().getParent().getFileName().toString();
  }

  /** It refuses to run as root. */
  private static List<String> asPostgres() {
    return isRoot()
        ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
        : List.of();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private void initialize() throws IOException {
    if (isRoot()) {
      Shell.run("chown", "postgres:postgres", directory.toString());
    }
    List<String> command = new ArrayList<>(asPostgres());
    command.addAll(
        List.of(
            programs.resolve("initdb").toString(),
            "-D",
            data(),
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C"));
    Shell.run(command);
    String everyone = "host all all " + address + "/24 trust\n";
    Path access = Path.of(data(), "pg_hba.conf");
    Files.writeString(access, Files.readString(access) + everyone);
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  /** What the server logs. */
  public Path log() {
    return Path.of(directory + ".log");
  }

  @Override
  public String url() {
    return "jdbc:postgresql://" + address + ":" + PORT + "/postgres";
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return "";
  }

  @Override
  public void start() throws IOException {
    server.start(this::isReady);
  }

  /** It answers a query, and soon: one that is paused takes connections and is silent. */
  boolean isReady() {
    return Shell.works(
        programs.resolve("psql").toString(),
        "-h",
        address,
        "-p",
        String.valueOf(PORT),
        "-U",
        USER,
        "-c",
        "select 1",
        "dbname=postgres connect_timeout=2");
  }

  @Override
  public void kill9() throws IOException {
    server.child().kill9();
  }

  /** Its process of each connection goes on for as long as it is not told, too. */
  @Override
  public void pause() throws IOException {
    server.child().pause();
    signalConnections("STOP");
  }

  @Override
  public void resume() throws IOException {
    signalConnections("CONT");
    server.child().resume();
  }

  private void signalConnections(String signal) throws IOException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    ProcessHandle.of(server.child().pid()).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid)
        .map(String::valueOf)
        .forEach(command::add);
    Shell.run(command);
  }

  @Override
  public void close() throws IOException {
    server.close();
    Shell.works("rm", "-rf", directory.toString(), log().toString());
  }
}
