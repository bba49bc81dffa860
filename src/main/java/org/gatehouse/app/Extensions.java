package org.gatehouse.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What JARs beside the WAR bring, told at the start: CDI passes over a class that it cannot load,
 * and nothing else would say that the server's own bean has kept its place.
 */
@ApplicationScoped
public class Extensions {
  private static final System.Logger LOG = System.getLogger(Extensions.class.getName());

  /** Below the server's directory, in which the process works. */
  private static final Path DIRECTORY = Path.of("ext");

  private static final String HOUSE = "org.gatehouse.";
  private static final Pattern JAR = Pattern.compile(".*/([^/!]+[.]jar)!?/.*");

  private final BeanManager beans;

  @Inject
  public Extensions(BeanManager beans) {
    this.beans = beans;
  }

  @SuppressWarnings("NullAway")
  Extensions() {
    this(null); // CDI client proxy
  }

  void onStart(@Observes jakarta.enterprise.event.Startup event) {
    List<String> found =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .filter(Extensions::takesAPlaceHere)
            .flatMap(bean -> described(bean.getBeanClass()).stream())
            .distinct()
            .sorted()
            .toList();
    tell(found, jars(DIRECTORY));
  }

  static void tell(List<String> found, List<String> jars) {
    if (!found.isEmpty()) {
      LOG.log(System.Logger.Level.INFO, "Extensions: {0}", String.join(", ", found));
    } else if (!jars.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "No bean of {0} is in use. A class that names a type which is missing at run time is"
              + " passed over; WELD-000119 in the log names it.",
          String.join(", ", jars));
    }
  }

  private static boolean takesAPlaceHere(Bean<?> bean) {
    return bean.getTypes().stream().anyMatch(type -> type.getTypeName().startsWith(HOUSE));
  }

  private static Optional<String> described(Class<?> type) {
    URL where = type.getResource("/" + type.getName().replace('.', '/') + ".class");
    return Optional.ofNullable(where)
        .flatMap(url -> jar(url.toString()))
        .map(jar -> type.getName() + " (" + jar + ")");
  }

  /** The JAR beside the WAR that the class is in; empty: it is in the WAR. */
  static Optional<String> jar(String address) {
    Matcher jar = JAR.matcher(address);
    return !address.contains("/WEB-INF/") && jar.matches()
        ? Optional.of(jar.group(1))
        : Optional.empty();
  }

  static List<String> jars(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
