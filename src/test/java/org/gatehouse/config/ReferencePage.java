package org.gatehouse.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The page of all settings, made from the comments of the file that holds their defaults. */
final class ReferencePage {
  private final StringBuilder page = new StringBuilder();
  private final List<String> comment = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> undescribed = new ArrayList<>();
  private boolean headerDone;

  private ReferencePage() {}

  static ReferencePage make() {
    ReferencePage made = new ReferencePage();
    made.page.append("# Settings\n");
    read("/META-INF/microprofile-config.properties").lines().forEach(made::line);
    return made;
  }

  String text() {
    return page.toString();
  }

  /** Keys in the order of the file. */
  List<String> keys() {
    return keys;
  }

  /** Keys that have no comment above them. */
  List<String> undescribed() {
    return undescribed;
  }

  private void line(String line) {
    if (line.startsWith("## ")) {
      page.append("\n").append(line).append("\n");
    } else if (line.startsWith("#")) {
      comment.add(line.substring(1).strip());
    } else if (line.isBlank()) {
      endOfParagraph();
    } else if (line.startsWith("%")) {
      profileDefault(line);
    } else {
      setting(line);
    }
  }

  private void endOfParagraph() {
    if (!headerDone && !comment.isEmpty()) {
      page.append("\n").append(String.join("\n", comment)).append("\n");
      headerDone = true;
    }
    comment.clear();
  }

  private void setting(String line) {
    String key = line.substring(0, line.indexOf('='));
    String value = line.substring(line.indexOf('=') + 1);
    keys.add(key);
    if (comment.isEmpty()) {
      undescribed.add(key);
    }
    page.append("\n### `").append(key).append("`\n\n");
    page.append(String.join("\n", comment)).append("\n\n");
    page.append("- Default: ").append(value.isEmpty() ? "none" : "`" + value + "`").append("\n");
    page.append("- Environment: `").append(UnknownKeys.variable(key)).append("`\n");
    comment.clear();
  }

  private void profileDefault(String line) {
    String profile = line.substring(1, line.indexOf('.'));
    String value = line.substring(line.indexOf('=') + 1);
    page.append("- Default in the profile ").append(profile).append(": `");
    page.append(value).append("`\n");
  }

  private static String read(String name) {
    try (InputStream in = ReferencePage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
