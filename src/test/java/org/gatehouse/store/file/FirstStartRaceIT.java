package org.gatehouse.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Keys.CLOCK;
import static org.gatehouse.model.SigningAlgorithm.ES256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.config.ServerConfig.Profile;
import org.gatehouse.crypto.MasterKey;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.crypto.signing.SigningKeys;
import org.gatehouse.fixture.Keys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Several first starts at once on one directory")
class FirstStartRaceIT {
  private static final int STARTS = 8;

  @TempDir private Path temp;

  @RepeatedTest(20)
  void ofThreadsEndWithOneSetOfKeys() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(STARTS);
    Callable<String> start =
        () -> {
          barrier.await();
          return start(temp);
        };

    assertThat(allOf(start)).hasSize(STARTS).containsOnly(start(temp));
    assertThat(files()).containsExactly("master.key", "ring-1.jwe", "signing-ES256-1.jwe");
  }

  @Test
  void ofProcessesEndWithOneSetOfKeys() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(process());
    }

    for (Process process : processes) {
      String keys = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(keys).isZero();
      assertThat(keys).isEqualTo(start(temp));
    }
    assertThat(files()).containsExactly("master.key", "ring-1.jwe", "signing-ES256-1.jwe");
  }

  /** A start as a process of its own; it prints the names of the keys that it ended with. */
  public static void main(String[] args) {
    System.out.print(start(Path.of(args[0])));
  }

  private static String start(Path directory) {
    KeyConfig config = Keys.config(directory, Optional.empty());
    MasterKey master = new MasterKey(config, Keys.server(Profile.DEMO));
    FileSealedKeyStore store = new FileSealedKeyStore(config);
    KeyRing ring = new KeyRing(store, master, config, CLOCK);
    SigningKeys signing = new SigningKeys(store, master, config, CLOCK);
    return ring.current().id() + " " + signing.current(ES256).kid();
  }

  private Process process() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FirstStartRaceIT.class.getName(),
            temp.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> allOf(Callable<String> start) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(STARTS);
    try {
      List<Future<String>> futures =
          threads.invokeAll(Stream.generate(() -> start).limit(STARTS).toList());
      List<String> results = new ArrayList<>();
      for (Future<String> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
