package org.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The decisions in docs/adr")
class DecisionsTest {
  private static final Path DIRECTORY = Path.of("docs/adr");

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void haveNumbersWithoutAGap() throws IOException {
    List<String> numbers = names().stream().map(name -> name.substring(0, 4)).toList();

    assertThat(numbers)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, numbers.size())
                .mapToObj(number -> String.format("%04d", number))
                .toList());
  }

  @Test
  void haveTheirNumberInTheTitle() throws IOException {
    for (String name : names()) {
      assertThat(Files.readString(DIRECTORY.resolve(name)))
          .startsWith("# " + Integer.parseInt(name.substring(0, 4)) + ". ");
    }
  }
}
