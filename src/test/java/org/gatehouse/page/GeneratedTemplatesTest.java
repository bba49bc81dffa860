package org.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The templates' classes in the tree")
class GeneratedTemplatesTest {
  private static final Path KEPT = Path.of("src/main/java/gg");

  @TempDir Path fresh;

  /** {@code mvn jte:generate} writes them anew. */
  @Test
  void areThoseOfTheTemplates() throws IOException {
    TemplateEngine.create(
            new DirectoryCodeResolver(Path.of("src/main/jte")),
            fresh,
            ContentType.Html,
            getClass().getClassLoader(),
            "gg.jte.generated.precompiled")
        .generateAll();

    assertThat(sources(KEPT)).isEqualTo(sources(fresh.resolve("gg")));
  }

  private static Map<String, String> sources(Path directory) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return sources;
  }
}
