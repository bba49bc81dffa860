package org.gatehouse.cluster.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.gatehouse.cluster.history.Call;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a client knows by an answer")
class ReplyTest {
  @ParameterizedTest
  @CsvSource({
    "0, UNKNOWN",
    "200, OK",
    "303, OK",
    "400, REFUSED",
    "401, REFUSED",
    "429, UNAVAILABLE",
    "500, UNKNOWN",
    "502, UNKNOWN",
    "503, UNAVAILABLE",
    "504, UNKNOWN"
  })
  void followsFromTheStatus(int status, Outcome outcome) {
    assertThat(new Reply(status, "n1", "", "").outcome()).isEqualTo(outcome);
  }

  @Test
  void isWrittenDownWithTheErrorOfTheServer(@TempDir Path directory) throws Exception {
    try (History history = History.open(directory.resolve("h.jsonl"))) {
      Reply refused = new Reply(400, "n2", "", "{\"error\":\"invalid_grant\"}");

      Call call = refused.end(history.begin(Operation.REFRESH));

      assertThat(call.code()).isEqualTo("invalid_grant");
      assertThat(call.node()).isEqualTo("n2");
    }
  }

  @Test
  void comesByARouteThatKeepsPathAndQuery() {
    Route route = new Route("n1", URI.create("http://10.77.1.11"));

    assertThat(route.to(URI.create("http://localhost:1/a%20b?c=d%26e")))
        .hasToString("http://10.77.1.11/a%20b?c=d%26e");
  }
}
