package org.gatehouse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Nested
  class Language {
    @ParameterizedTest
    @CsvSource(
        nullValues = "-",
        value = {
          "-, -, en",
          "de, -, de",
          "de-AT, en, de",
          "xx fr-CA de, en, fr",
          "xx, fr, fr",
          "-, 'de-CH,fr;q=0.9', de",
          "-, 'fr;q=0.1,de;q=0.9', de",
          "-, 'xx,*;q=0.5', en",
          "-, 'de;q=0', en",
          "'', '', en"
        })
    void followsTheRequestThenTheBrowserThenEnglish(
        String uiLocales, String acceptLanguage, String language) {
      Texts texts = Texts.of(Optional.ofNullable(uiLocales), Optional.ofNullable(acceptLanguage));

      assertThat(texts.language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"../../etc/passwd", "de/../en", "\u0000", ";q=", "de;q=x", "*", "__", "%"})
    void takesNothingElseForALanguage(String wish) {
      assertThat(Texts.of(Optional.of(wish), Optional.of(wish))).isSameAs(Texts.english());
    }

    @Test
    void doesNotReadLongWishes() {
      String wish = "de ".repeat(10_000);

      assertThat(Texts.of(Optional.of(wish), Optional.of(wish))).isSameAs(Texts.english());
    }
  }

  @Nested
  class Sentences {
    @Test
    void areTheSameInAllLanguages() {
      assertThat(Texts.ALL)
          .allSatisfy(
              texts ->
                  assertThat(texts.sentences().keySet())
                      .isEqualTo(Texts.english().sentences().keySet()));
    }

    @Test
    void haveTheSameGapsInAllLanguages() {
      Texts.english()
          .sentences()
          .forEach(
              (key, english) ->
                  assertThat(Texts.ALL)
                      .allMatch(
                          texts ->
                              texts.get(key).split("\\{}", -1).length
                                  == english.split("\\{}", -1).length,
                          key));
    }

    @Test
    void areNeverEmpty() {
      assertThat(Texts.ALL)
          .allSatisfy(texts -> assertThat(texts.sentences().values()).noneMatch(String::isBlank));
    }

    @Test
    void areAllUsed() {
      String sources = sources("src/main/jte") + sources("src/main/java/org/gatehouse/page");

      assertThat(Texts.english().sentences().keySet())
          .filteredOn(key -> !key.startsWith("scope."))
          .allSatisfy(key -> assertThat(sources).contains('"' + key + '"'));
    }

    @Test
    void nameTheStandardScopes() {
      assertThat(Set.of("openid", "profile", "email", "phone", "address", "offline_access"))
          .allMatch(scope -> !Texts.english().scopeName(scope).equals(scope));
      assertThat(Texts.english().scopeName("notes.read")).isEqualTo("notes.read");
    }
  }

  /** Plans of the OpenID Foundation look for these sentences; changing one is a decision. */
  @Nested
  class FixedSentences {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "login.again | Please sign in again to continue.",
          "logged-out.sentence | You are now signed out.",
          "error.title | Sorry, that did not work",
          "error.client | The application that sent you here is not known to this server, or gave a"
              + " return address that is not registered for it.",
          "error.logout | The request to sign out is not valid. Your session has not been ended.",
          "client.policy | Privacy policy",
          "client.tos | Terms of service"
        })
    void standInEnglishAsTheyAre(String key, String sentence) {
      assertThat(Texts.english().get(key)).isEqualTo(sentence);
    }
  }

  private static String sources(String directory) {
    try (Stream<Path> files = Files.walk(Path.of(directory))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
