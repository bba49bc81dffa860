package org.gatehouse.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.config.DemoConfig;
import org.gatehouse.config.SecretText;
import org.gatehouse.config.ServerConfig;
import org.gatehouse.crypto.Handles;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.PrivateDirectory;
import org.gatehouse.store.UserStore;
import org.gatehouse.store.memory.DemoUsers;

/** The demo users with passwords of this run, which a file and the console are told. */
final class DemoAccounts {
  private static final String FILE = "credentials";

  private final ServerConfig server;
  private final DemoConfig demo;
  private final PrivateDirectory directory;
  private final PrintStream console;

  DemoAccounts(ServerConfig server, DemoConfig demo, PrintStream console) {
    this.server = server;
    this.demo = demo;
    this.console = console;
    this.directory = new PrivateDirectory(demo.directory());
  }

  /** The console itself: what goes through the streams of Java is in the server's log, too. */
  static PrintStream console() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
  }

  UserStore open(Handles handles) {
    Map<String, SecretText> passwords = new LinkedHashMap<>();
    DemoUsers.NAMES.forEach(name -> passwords.put(name, new SecretText(handles.nextId())));
    write(passwords);
    print(passwords);
    return new DemoUsers(passwords);
  }

  private void write(Map<String, SecretText> passwords) {
    try {
      Files.deleteIfExists(directory.resolve(FILE)); // of the run before
    } catch (IOException e) {
      throw new KeyMaterialException("Cannot replace " + directory.resolve(FILE) + ".");
    }
    directory.create(FILE, (lines(passwords, "%s=%s") + "\n").getBytes(UTF_8));
  }

  private void print(Map<String, SecretText> passwords) {
    String text =
        String.join(
            "\n",
            "",
            "Gatehouse, for trying only: the profile is " + server.profile().name() + ".",
            "  Issuer     " + server.issuer(),
            "  Discovery  " + server.url("/.well-known/openid-configuration"),
            "  Users and passwords of this run are in " + directory.resolve(FILE),
            demo.printsPasswords() ? lines(passwords, "    %-5s %s") : "",
            "",
            "");
    console.print(text);
    console.flush();
  }

  private static String lines(Map<String, SecretText> passwords, String format) {
    return passwords.entrySet().stream()
        .map(each -> String.format(format, each.getKey(), each.getValue().value()))
        .collect(Collectors.joining("\n"));
  }
}
