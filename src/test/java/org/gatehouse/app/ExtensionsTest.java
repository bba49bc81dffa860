package org.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatehouse.fixture.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A class of an extension")
class ExtensionsTest {
  @Test
  void isInAJarBesideTheWar() {
    assertThat(
            Extensions.jar("wsjar:file:/wlp/usr/servers/gatehouse/ext/acme.jar!/com/acme/A.class"))
        .hasValue("acme.jar");
  }

  @Test
  void isNotInTheWar() {
    assertThat(
            Extensions.jar("wsjar:file:/wlp/apps/gatehouse.war!/WEB-INF/lib/x.jar!/org/x/A.class"))
        .isEmpty();
    assertThat(Extensions.jar("wsjar:file:/wlp/apps/gatehouse.war!/WEB-INF/classes/org/A.class"))
        .isEmpty();
    assertThat(Extensions.jar("file:/project/target/classes/org/gatehouse/A.class")).isEmpty();
  }

  @Nested
  @DisplayName("At the start")
  class Lines {
    private final LogLines log = LogLines.of(Extensions.class);

    @AfterEach
    void stopListening() {
      log.close();
    }

    @Test
    void isNamedWhereItIsInUse() {
      Extensions.tell(List.of("com.acme.A (acme.jar)"), List.of("acme.jar", "other.jar"));

      assertThat(log.lines()).containsExactly("Extensions: com.acme.A (acme.jar)");
    }

    @Test
    void isWarnedOfWhereNoneIsInUse() {
      Extensions.tell(List.of(), List.of("acme.jar", "other.jar"));

      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("No bean of acme.jar, other.jar is in use. ");
    }

    @Test
    void isNotMissedWhereThereIsNoJar() {
      Extensions.tell(List.of(), List.of());

      assertThat(log.lines()).isEmpty();
    }

    @Test
    void isLookedForInJarsOnly(@TempDir Path directory) throws IOException {
      Files.createFile(directory.resolve("b.jar"));
      Files.createFile(directory.resolve("a.jar"));
      Files.createFile(directory.resolve("README.md"));

      assertThat(Extensions.jars(directory)).containsExactly("a.jar", "b.jar");
      assertThat(Extensions.jars(directory.resolve("none"))).isEmpty();
    }
  }
}
