package org.gatehouse.cluster.load;

import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cluster.history.History;
import org.gatehouse.cluster.history.Operation;
import org.gatehouse.cluster.history.Pending;

/** Asks every node again and again which keys it publishes. */
final class KeyPolls implements AutoCloseable {
  private final History history;
  private final Wire wire = new Wire(Duration.ofSeconds(2));
  private final KeyBook keys;
  private final ScheduledExecutorService pool;
  private final List<Future<?>> polls;

  KeyPolls(History history, KeyBook keys, List<Route> nodes, Duration interval) {
    this.history = history;
    this.keys = keys;
    this.pool = Executors.newScheduledThreadPool(nodes.size());
    nodes.forEach(this::poll);
    long millis = interval.toMillis();
    this.polls =
        nodes.stream()
            .<Future<?>>map(
                node ->
                    pool.scheduleWithFixedDelay(
                        () -> poll(node), millis, millis, TimeUnit.MILLISECONDS))
            .toList();
  }

  private void poll(Route node) {
    Pending call = history.begin(Operation.JWKS).key("jwks").node(node.node());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.to("/.well-known/openid-configuration/jwks"));
    Reply reply = wire.send(node, request);
    try {
      if (reply.ok()) {
        call.kids(keys.learn(reply.body()));
      }
      reply.end(call);
    } catch (ParseException e) {
      call.unknown("no keys");
    }
  }

  @Override
  public void close() {
    polls.forEach(poll -> poll.cancel(false));
    pool.shutdown();
  }
}
