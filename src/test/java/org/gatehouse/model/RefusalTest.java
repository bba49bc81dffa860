package org.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("RFC 6749 §5.2: every reason for a refusal")
class RefusalTest {
  private static final Path PAGE = Path.of("docs/reference/refusals.md");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]+");
  private static final Set<String> IN_MAIN = words(Path.of("src/main/java"), "Refusal.java");
  private static final Set<String> IN_TESTS = words(Path.of("src/test/java"), "RefusalTest.java");

  /** Everything that is written in capitals in the sources, but in one file. */
  private static Set<String> words(Path root, String but) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith(but))
          .flatMap(file -> WORD.matcher(read(file)).results())
          .map(found -> found.group())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isUsed(Refusal refusal) {
    assertThat(IN_MAIN.contains(refusal.name())).as(refusal.name()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void isNamedByATest(Refusal refusal) {
    assertThat(IN_TESTS.contains(refusal.name())).as(refusal.name()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RFC 6749 §5.2, §A.8: error_description has %x20-21 / %x23-5B / %x5D-7E only")
  void saysNothingThatADescriptionMayNot(Refusal refusal) {
    assertThat(refusal.description()).matches("[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]{10,100}");
    assertThat(refusal.description()).doesNotContain("|", "<", ">", "{", "}");
    assertThat(refusal.error().code()).matches("[a-z_]+");
  }

  @ParameterizedTest
  @EnumSource
  void citesASpecification(Refusal refusal) {
    assertThat(refusal.section())
        .matches("(RFC [0-9]+|OIDC [A-Za-z -]+|OAuth [A-Za-z ]+) §[0-9A-Z.]+");
  }

  @Test
  void hasACodeOfItsOwn() {
    List<String> ids = Stream.of(Refusal.values()).map(Refusal::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)*"));
  }

  @Test
  void isOnThePage() throws IOException {
    String made = RefusalPage.make();
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, made);
    }

    assertThat(PAGE).content().isEqualTo(made);
  }

  @Test
  void goesOnItsWayWithoutStackTrace() {
    OAuthException refused = new OAuthException(Refusal.CODE_UNKNOWN);

    assertThat(refused.getStackTrace()).isEmpty();
    assertThat(refused.error()).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(refused).hasMessage("code-unknown code is unknown or expired");
  }
}
