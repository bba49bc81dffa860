package org.gatehouse.cluster.bench;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.gatehouse.model.User;
import org.gatehouse.store.UserStore;

/**
 * The users of the bench, any number of them, the same on all nodes and at every start. It goes
 * into the nodes as an extension of theirs, so it may name no class of the tests.
 */
@Alternative
@Priority(100)
@ApplicationScoped
public class BenchUsers implements UserStore {
  private static final String NAME = "user\\d{1,9}";
  private static final String PREFIX = "sub-";

  @Override
  public Optional<User> authenticate(String username, String password) {
    return named(username).filter(user -> password.equals(password(user.username())));
  }

  @Override
  public Optional<User> find(String subject) {
    return subject.startsWith(PREFIX)
        ? named(subject.substring(PREFIX.length()))
        : Optional.empty();
  }

  private static Optional<User> named(String name) {
    return name.matches(NAME)
        ? Optional.of(new User(PREFIX + name, name, true, Map.of("name", name)))
        : Optional.empty();
  }

  /** The name of the user of that number. */
  public static String name(int number) {
    return "user" + number;
  }

  public static String password(String name) {
    return "password of " + name;
  }

  /** Writes the extension that brings them. */
  static void writeJar(Path file) throws IOException {
    String entry = BenchUsers.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out);
        InputStream code = BenchUsers.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
      jar.putNextEntry(new JarEntry("META-INF/beans.xml"));
      jar.write("<beans bean-discovery-mode=\"annotated\"/>".getBytes(StandardCharsets.US_ASCII));
      jar.closeEntry();
    }
  }
}
