package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;
import org.gatehouse.cluster.bench.Patience;
import org.gatehouse.cluster.load.Load;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Administration of three nodes")
@Order(3)
class AdministrationClusterIT {
  private static final String SECRET = "zVd/4lYev/I1BdsLsAYwDHzey9RrwOA8RJr6+sosJb8=";
  private static final long BOUND = 1000;

  private final String name = "cluster-" + UUID.randomUUID();
  private final String path = "clients/" + name;
  private List<Program> programs;
  private String admin;

  @BeforeEach
  void signIn() throws Exception {
    Cluster cluster = SharedCluster.ready();
    programs = cluster.nodes().stream().map(Node::uri).map(Program::new).toList();
    admin = token("gatehouse-admin");
  }

  private String token(String scope) throws Exception {
    Program.Seen seen = programs.get(0).token(SharedCluster.ADMIN, scope);
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    return JSONObjectUtils.parse(seen.body()).get("access_token").toString();
  }

  private String client(boolean enabled) {
    return """
        {"ClientId": "%s", "Enabled": %s, "AllowedGrantTypes": ["client_credentials"],
         "AllowedScopes": ["%s"], "ClientSecrets": [{"Value": "%s"}]}"""
        .formatted(name, enabled, BenchClients.SCOPE, SECRET);
  }

  @Test
  void aChangeAtOneNodeIsSeenByAllWithinASecond() throws Exception {
    List<Long> times = new ArrayList<>();
    programs.forEach(program -> expectNoClient(program));
    String tag =
        changed(programs.get(0).change("POST", "clients", admin, Optional.empty(), client(true)));
    seenByAll(200, times);
    for (int i = 1; i <= Load.size("changes", 5); i++) {
      boolean enabled = i % 2 == 0;
      Program at = programs.get(i % programs.size());
      tag = changed(at.change("PUT", path, admin, Optional.of(tag), client(enabled)));
      seenByAll(enabled ? 200 : 401, times);
    }
    long most = times.stream().mapToLong(Long::longValue).max().orElseThrow();
    Figures figures = new Figures("administration");
    figures.print(
        "changes of a client, nodes", times.size() / programs.size() + ", " + programs.size());
    figures.print("seen on a node after (ms)", times);
    figures.print("the longest (ms)", most);
    assertThat(most).isLessThan(BOUND);
  }

  private void expectNoClient(Program program) {
    try {
      assertThat(program.token(name, BenchClients.SCOPE).status()).isEqualTo(401);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String changed(Program.Seen seen) {
    assertThat(seen.status()).as(seen.body()).isIn(200, 201);
    return seen.tag();
  }

  /** All nodes are asked in turn, from the moment at which the change was acknowledged. */
  private void seenByAll(int status, List<Long> times) throws Exception {
    long start = System.nanoTime();
    List<Program> left = new ArrayList<>(programs);
    Patience.of(Duration.ofSeconds(20))
        .until(
            name + " is answered with " + status + " by all",
            () -> {
              for (Program program : List.copyOf(left)) {
                if (program.token(name, BenchClients.SCOPE).status() == status) {
                  left.remove(program);
                  times.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                }
              }
              return left.isEmpty();
            });
  }

  @Test
  void everyNodeRefusesATokenOfAnotherAudience() throws Exception {
    String other = token(BenchClients.SCOPE);
    for (Program program : programs) {
      assertThat(program.get("/admin/v1/clients", admin).status()).isEqualTo(200);
      assertThat(program.get("/admin/v1/clients", other).status()).isEqualTo(401);
    }
  }

  @Test
  void everyNodeRefusesAChangeByWhoMayOnlyRead() throws Exception {
    String viewer = token("gatehouse-admin.read");
    for (Program program : programs) {
      assertThat(program.get("/admin/v1/clients", viewer).status()).isEqualTo(200);
      assertThat(program.change("POST", "clients", viewer, Optional.empty(), client(true)).status())
          .isEqualTo(403);
    }
  }

  @Test
  void everyNodeRefusesAStateThatAnotherHasOvertaken() throws Exception {
    String first =
        changed(programs.get(0).change("POST", "clients", admin, Optional.empty(), client(true)));
    String second =
        changed(programs.get(1).change("PUT", path, admin, Optional.of(first), client(false)));
    for (Program program : programs) {
      assertThat(program.change("PUT", path, admin, Optional.of(first), client(true)).status())
          .isEqualTo(412);
      assertThat(program.change("PUT", path, admin, Optional.empty(), client(true)).status())
          .isEqualTo(428);
    }
    assertThat(programs.get(2).change("DELETE", path, admin, Optional.of(second), "").status())
        .isEqualTo(204);
  }
}
