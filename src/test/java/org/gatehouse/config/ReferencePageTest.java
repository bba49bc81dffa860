package org.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gatehouse.fixture.DefaultSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of all settings")
class ReferencePageTest {
  private static final Path PAGE = Path.of("docs/reference/configuration.md");

  /** {@code mvn test -Dtest=ReferencePageTest -Dgatehouse.docs.update=true} writes it anew. */
  @Test
  void isTheOneMadeFromTheDefaults() throws IOException {
    String made = ReferencePage.make().text();
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, made);
    }

    assertThat(PAGE).content().isEqualTo(made);
  }

  @Test
  void describesEverySetting() {
    assertThat(ReferencePage.make().undescribed()).isEmpty();
  }

  @Test
  void namesExactlyTheKeysThatAreRead() {
    Settings settings = new Settings(key -> Optional.ofNullable(DefaultSettings.all().get(key)));
    new ConfigReader(settings).all();

    assertThat(ReferencePage.make().keys())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            settings.keys().stream().filter(key -> !key.equals(ConfigReader.PROFILE)).toList());
  }
}
