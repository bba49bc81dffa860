package org.gatehouse.cluster;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gatehouse.cluster.bench.Cluster;
import org.gatehouse.cluster.bench.Node;

/** What every node says of its readiness, ten times a second, for as long as it is open. */
final class HealthWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long INTERVAL_MILLIS = 100;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService pool;

  /**
   * One answer, or none.
   *
   * @param at nanoseconds, when it was there
   * @param members in the view of the node; 0 where it said none
   * @param isWhole whether what it does not find is nowhere
   */
  record Seen(String node, long at, boolean isReady, int members, boolean isWhole) {}

  HealthWatch(Cluster cluster) {
    pool = Executors.newScheduledThreadPool(cluster.nodes().size());
    for (Node node : cluster.nodes()) {
      var unused =
          pool.scheduleWithFixedDelay(() -> look(node), 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look(Node node) {
    HttpRequest request =
        HttpRequest.newBuilder(node.uri().resolve("/health/ready")).timeout(PATIENCE).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Map<String, Object> data = data(answer.body());
      note(node, answer.statusCode() == 200, data);
    } catch (IOException | ParseException e) {
      note(node, false, Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(Node node, boolean isReady, Map<String, Object> data) {
    int members = data.get("members") instanceof Number number ? number.intValue() : 0;
    boolean isWhole = Boolean.TRUE.equals(data.get("whole"));
    seen.add(new Seen(node.name(), System.nanoTime(), isReady, members, isWhole));
  }

  /** The data of the check that is ours (MicroProfile Health). */
  private static Map<String, Object> data(String body) throws ParseException {
    Map<String, Object> health = JSONObjectUtils.parse(body);
    for (Map<String, Object> check : JSONObjectUtils.getJSONObjectArray(health, "checks")) {
      if ("gatehouse".equals(check.get("name")) && check.containsKey("data")) {
        return JSONObjectUtils.getJSONObject(check, "data");
      }
    }
    return Map.of();
  }

  /** How long after a moment a node said that for the first time. */
  Optional<Duration> since(long moment, String node, Predicate<Seen> what) {
    return seen.stream()
        .filter(each -> each.at() >= moment && each.node().equals(node) && what.test(each))
        .findFirst()
        .map(each -> Duration.ofNanos(each.at() - moment));
  }

  /** The last that a node said. */
  Optional<Seen> last(String node) {
    Seen last = null;
    for (Seen each : seen) {
      last = each.node().equals(node) ? each : last;
    }
    return Optional.ofNullable(last);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
