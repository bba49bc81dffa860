package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.gatehouse.cluster.bench.Commands;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("The commands of docs/administration.md")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AdministrationPageIT {
  private static final String SERVER = "http://localhost:9080";

  /** In one shell, since each uses the variables of those before. */
  @Test
  void listCreateAddASecretAndDelete() throws Exception {
    List<Commands> page = Commands.of(Path.of("docs/administration.md")).get("With the demo");
    String text = page.stream().map(Commands::text).collect(Collectors.joining());

    String said = new Commands(text).with(SERVER, Deployments.baseUri().toString()).run();

    assertThat(page).hasSize(4);
    assertThat(said.lines().filter(line -> line.contains("HTTP/1.1 ")))
        .extracting(line -> line.replaceAll(".*HTTP/1.1 ([0-9]+).*", "$1"))
        .containsExactly("201", "201", "204");
    assertThat(said)
        .startsWith("{\"items\":[{")
        .contains("\"next\":\"/admin/v1/clients?limit=2&after=")
        .contains("\"ClientId\":\"nightly\"")
        .contains("\"Description\":\"of the nightly job\"", "\"Value\":\"")
        .doesNotContain("problem+json");
  }
}
