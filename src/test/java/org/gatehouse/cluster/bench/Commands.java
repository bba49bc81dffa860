package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of a page of the documentation, as they stand there but for what a test replaces. */
public record Commands(String text) {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Pattern PART =
      Pattern.compile("(?m)^## (?<heading>.*)$|^```sh\n(?<text>(?s:.*?))^```$");

  /** Headings of the page with the commands below each, where there are any. */
  public static Map<String, List<Commands>> of(Path page) throws IOException {
    Map<String, List<Commands>> all = new LinkedHashMap<>();
    String heading = "";
    Matcher part = PART.matcher(Files.readString(page));
    while (part.find()) {
      if (part.group("heading") != null) {
        heading = part.group("heading");
      } else {
        all.computeIfAbsent(heading, any -> new ArrayList<>())
            .add(new Commands(part.group("text")));
      }
    }
    return all;
  }

  /** With something else in the place of what must be there. */
  public Commands with(String written, String here) {
    if (!text.contains(written)) {
      throw new IllegalArgumentException("no " + written + " in " + text);
    }
    return new Commands(text.replace(written, here));
  }

  /** With a variable that the page takes as given. */
  public Commands given(String variable, String value) {
    return new Commands("export " + variable + "=\"" + value + "\"\n" + text);
  }

  /** What they wrote; each must end well. */
  public String run() throws IOException {
    return Shell.run("sh", "-ec", text);
  }

  /** The same on the host of the node, where its server can be told to stop. */
  public String runOn(Node node) throws IOException {
    List<String> command = new ArrayList<>(node.enter());
    command.addAll(List.of("sh", "-ec", text));
    return Shell.run(command, LONGEST);
  }
}
