package org.gatehouse.cluster.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Namespaces and links of the bench, by their names. */
final class Leftovers {
  private static final Pattern NAME = Pattern.compile("gh(\\d+)[a-z].*");

  private Leftovers() {}

  /** Removes what benches have left whose process is gone, with the processes in it. */
  static void remove() throws IOException {
    for (String namespace : namespaces()) {
      if (isOrphan(namespace)) {
        Shell.run("ip", "netns", "pids", namespace)
            .lines()
            .map(Long::valueOf)
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .forEach(ProcessHandle::destroyForcibly);
        Shell.works("ip", "netns", "del", namespace);
      }
    }
    for (String link : links()) {
      if (isOrphan(link)) {
        Shell.works("ip", "link", "del", link);
      }
    }
  }

  /** Removes what has that prefix. */
  static void remove(String prefix) throws IOException {
    for (String namespace : namespaces()) {
      if (namespace.startsWith(prefix)) {
        Shell.works("ip", "netns", "del", namespace);
      }
    }
    for (String link : links()) {
      if (link.startsWith(prefix)) {
        Shell.works("ip", "link", "del", link);
      }
    }
  }

  static List<String> namespaces() throws IOException {
    return Shell.run("ip", "netns", "list")
        .lines()
        .map(line -> line.split("\\s", 2)[0])
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Lines are like {@code 4: gh12ao11@if3: <BROADCAST...}. */
  static List<String> links() throws IOException {
    return Shell.run("ip", "-o", "link")
        .lines()
        .map(line -> line.split(":\\s*", 3)[1].split("@", 2)[0])
        .toList();
  }

  private static boolean isOrphan(String name) {
    return owner(name).map(pid -> ProcessHandle.of(pid).isEmpty()).orElse(false);
  }

  private static Optional<Long> owner(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }
}
