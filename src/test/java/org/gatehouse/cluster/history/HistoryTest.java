package org.gatehouse.cluster.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.gatehouse.store.Race;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The record of a run")
class HistoryTest {
  @TempDir Path directory;

  private Path file() {
    return directory.resolve("cluster/run.jsonl");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    Call call;
    try (History history = History.open(file())) {
      call =
          history
              .begin(Operation.REFRESH)
              .node("n1")
              .key(History.id("a token"))
              .family("f")
              .successor(History.id("the next"), 4)
              .kids(List.of("k1", "k2"))
              .ok();
      history.begin(Operation.REDEEM).refused("invalid_grant");
    }

    List<Call> read = History.read(file());

    assertThat(read).hasSize(2).startsWith(call);
    assertThat(read.get(0).generation()).isEqualTo(4);
    assertThat(read.get(0).kids()).containsExactly("k1", "k2");
    assertThat(read.get(1).code()).isEqualTo("invalid_grant");
  }

  @Test
  void isOnDiskWhenACallHasEnded() throws IOException {
    try (History history = History.open(file())) {
      history.fault("kill n1");

      assertThat(History.read(file())).hasSize(1);
    }
  }

  @Test
  void isReadUpToALineThatWasCutOff() throws IOException {
    try (History history = History.open(file())) {
      history.heal("kill n1");
    }
    Files.writeString(file(), "{\"id\":2,\"sta", StandardOpenOption.APPEND);

    assertThat(History.read(file())).hasSize(1);
  }

  @Test
  void isNotReadPastABrokenLine() throws IOException {
    try (History history = History.open(file())) {
      history.heal("kill n1");
    }
    Files.writeString(file(), "{\n{}\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> History.read(file())).hasMessageContaining("line 2");
  }

  @Test
  void keepsTheCallsOfManyThreads() throws Exception {
    try (History history = History.open(file());
        Race race = new Race(4, 250)) {
      race.run((hurdle, racer) -> history.begin(Operation.VISIT).key("k" + racer).ok());
    }

    List<Call> read = History.read(file());

    assertThat(read).hasSize(1000);
    assertThat(read.stream().map(Call::id).distinct()).hasSize(1000);
    assertThat(read).allMatch(call -> call.start() <= call.end());
  }

  @Test
  void neverHoldsASecret() {
    assertThat(History.id("a secret")).hasSize(16).isEqualTo(History.id("a secret"));
    assertThat(History.id("a secret")).isNotEqualTo(History.id("another"));
  }
}
