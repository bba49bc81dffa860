package org.gatehouse.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import org.gatehouse.cluster.bench.Balancer;
import org.gatehouse.cluster.bench.BenchClients;
import org.gatehouse.cluster.bench.BenchUsers;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;

/** Tells a person what there is to try at a cluster, and does to its nodes what they type. */
final class Reception {
  private static final String HELP = "kill n1 | drain n1 | stop n1 | start n1 | nodes";

  /** The challenge of RFC 7636, appendix B. */
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private final Cluster cluster;
  private final PrintStream out;

  Reception(Cluster cluster, PrintStream out) {
    this.cluster = cluster;
    this.out = out;
  }

  void greet() {
    String user = BenchUsers.name(1);
    out.printf("%n  balancer    %s (goes round the nodes, request by request)%n", cluster.issuer());
    nodes();
    out.printf(
        """
          discovery   %1$s/.well-known/openid-configuration
          database    %2$s
          user        %3$s, password "%4$s"; and user2, user3 ...
          clients     %5$s (sign-in), %6$s (client credentials), secret %7$s

          A token for a machine; the header %8$s names the node that answered:

            curl -i -u %6$s:%7$s -d grant_type=client_credentials %1$s/connect/token

          A sign-in in the browser, which ends at an address where nothing listens, with the code in it:

            %1$s/connect/authorize?client_id=%5$s&response_type=code&scope=openid%%20profile%%20offline_access&redirect_uri=%9$s&code_challenge=%10$s&code_challenge_method=S256

          Its code for tokens, and again, which is refused by whatever node is asked:

            curl -u %5$s:%7$s -d grant_type=authorization_code -d code=CODE -d redirect_uri=%9$s -d code_verifier=%11$s %1$s/connect/token

          Type: %12$s
          Ctrl-C ends the nodes, the database and the balancer.
        """,
        cluster.issuer(),
        cluster.database().url(),
        user,
        BenchUsers.password(user),
        BenchClients.QUICK,
        BenchClients.MACHINE,
        BenchClients.SECRET,
        Balancer.NODE,
        BenchClients.CALLBACK,
        CHALLENGE,
        VERIFIER,
        HELP);
    out.flush();
  }

  /** Until nobody types any more. */
  void obey(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        obey(line.strip());
      } catch (IOException | RuntimeException e) {
        out.println("  " + e.getMessage());
      }
      out.flush();
    }
  }

  private void obey(String line) throws IOException {
    List<String> words = List.of(line.split("\\s+"));
    Node node = words.size() == 2 ? cluster.node(words.get(1)) : null;
    if (line.isEmpty() || line.equals("nodes")) {
      nodes();
    } else if (node == null) {
      out.println("  " + HELP);
    } else {
      act(words.get(0), node);
      out.println("  " + line + ": done");
    }
  }

  private static void act(String word, Node node) throws IOException {
    switch (word) {
      case "kill" -> node.kill9();
      case "drain" -> Files.createFile(node.server().resolve("drain"));
      case "stop" -> node.stop();
      case "start" -> node.start();
      default -> throw new IOException(HELP);
    }
  }

  private void nodes() {
    for (Node node : cluster.nodes()) {
      String state =
          !node.isAlive()
              ? "is not running"
              : "pid " + node.pid() + (node.isReady() ? ", ready" : ", not ready");
      out.printf("  %-11s %s (%s), logs in %s%n", node.name(), node.uri(), state, node.logs());
    }
  }
}
