package org.gatehouse.cluster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The network of the bench")
class NetworkClusterIT {
  private static final int PORT = 9092;

  @TempDir Path directory;
  private Network network;
  private final List<Database> servers = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Namespaces.arePossible(), "network namespaces need root");
    network = Network.open(2);
    for (String host : List.of("n1", "n2")) {
      listen(host);
    }
  }

  @AfterEach
  void close() throws Exception {
    for (Database server : servers) {
      server.close();
    }
    if (network != null) {
      network.close();
    }
  }

  /** Something that accepts connections on that host. */
  private void listen(String host) throws Exception {
    Database server =
        new H2ServerDatabase(network.address(host), network.enter(host), directory.resolve(host));
    servers.add(server);
    server.start();
  }

  /** Whether a host gets a connection to another. */
  private boolean reaches(String from, String to) {
    List<String> command = new ArrayList<>(network.enter(from));
    String target = "/dev/tcp/" + network.address(to) + "/" + PORT;
    command.addAll(List.of("timeout", "1", "bash", "-c", "exec 3<>" + target));
    return Shell.works(command.toArray(String[]::new));
  }

  @Test
  void givesEveryHostAnAddressOfItsOwn() {
    assertThat(reaches("n1", "n2")).isTrue();
    assertThat(reaches("db", "n1")).isTrue();
  }

  @Test
  void cutsTwoHostsApartAndHealsThem() throws Exception {
    network.cut("n1", "n2");
    assertThat(reaches("n1", "n2")).isFalse();
    assertThat(reaches("n2", "n1")).isFalse();
    assertThat(reaches("db", "n1")).isTrue();
    assertThat(ServerProcess.listens(network.address("n1"), PORT)).isTrue();

    network.healAll();
    assertThat(reaches("n1", "n2")).isTrue();
    assertThat(reaches("n2", "n1")).isTrue();
  }

  @Test
  void losesTheAnswersOfOneHost() throws Exception {
    network.cutOneWay("n2", "n1");
    assertThat(reaches("n1", "n2")).isFalse();

    network.healOneWay("n2", "n1");
    assertThat(reaches("n1", "n2")).isTrue();
  }

  @Test
  void isGoneWhenItIsClosed() throws Exception {
    String prefix = "gh" + ProcessHandle.current().pid();
    assertThat(Leftovers.links()).anyMatch(name -> name.startsWith(prefix));

    close();

    assertThat(Leftovers.links()).noneMatch(name -> name.startsWith(prefix));
    assertThat(Leftovers.namespaces()).noneMatch(name -> name.startsWith(prefix));
  }
}
