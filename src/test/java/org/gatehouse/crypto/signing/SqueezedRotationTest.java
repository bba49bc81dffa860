package org.gatehouse.crypto.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.fixture.Keys.NOW;
import static org.gatehouse.fixture.Keys.master;
import static org.gatehouse.model.SigningAlgorithm.ES256;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gatehouse.config.KeyConfig;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.ring.DataProtector;
import org.gatehouse.crypto.ring.KeyRing;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.gatehouse.store.SettableClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Four minutes of three nodes that rotate every 20 seconds, in no time: clocks that differ as much
 * as they may, readings that come late, starts anew, and clients that keep what is published for as
 * long as they may. {@code -Dgatehouse.seed=N} repeats a run.
 */
@DisplayName("Rotation of all keys, with time squeezed")
class SqueezedRotationTest {
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration RUN = Duration.ofMinutes(4);
  private static final Duration CACHE = Duration.ofSeconds(2);
  private static final Duration TOKEN = Duration.ofSeconds(15);
  private static final byte[] PLAIN = "cookie".getBytes(UTF_8);

  private final long seed = Long.getLong("gatehouse.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final MemoryKeyStore store = new MemoryKeyStore();
  private final KeyConfig config = config();
  private final List<Node> nodes = new ArrayList<>();
  private final Deque<Told> tokens = new ArrayDeque<>();
  private final Deque<Told> cookies = new ArrayDeque<>();
  private final Set<String> kids = new HashSet<>();
  private Instant now = NOW;

  /** Something that must be good until then. */
  private record Told(String text, Instant until) {}

  /** A published set and when a client read it. */
  private record Cached(Set<String> kids, String json, Instant at) {}

  /** One node: its clock is off by half a second at most, and its readings are late. */
  private final class Node {
    private final Duration off = Duration.ofMillis(random.nextInt(1000) - 500L);
    private final SettableClock clock = new SettableClock(now.plus(off));
    private final SigningKeys keys = new SigningKeys(store, master(1), config, clock);
    private final KeyRing ring = new KeyRing(store, master(1), config, clock);
    private final DataProtector protector = new DataProtector(ring);
    private final Deque<Cached> caches = new ArrayDeque<>();
    private Instant nextKeys = Instant.MIN;
    private Instant nextRing = Instant.MIN;

    void live() {
      clock.set(now.plus(off));
      if (!now.isBefore(nextKeys)) {
        keys.tick();
        nextKeys = now.plus(late(keys.tickInterval()));
      }
      if (!now.isBefore(nextRing)) {
        ring.tick();
        nextRing = now.plus(late(ring.tickInterval()));
      }
    }

    void publish() {
      String json = keys.jwks();
      boolean same = !caches.isEmpty() && caches.getLast().json().equals(json);
      caches.add(new Cached(same ? caches.getLast().kids() : names(json), json, now));
      while (caches.getFirst().at().isBefore(now.minus(CACHE))) {
        caches.removeFirst();
      }
    }
  }

  @Test
  void leavesNoTokenUnverifiedAndNoCookieClosed() throws Exception {
    System.out.println("SqueezedRotationTest: -Dgatehouse.seed=" + seed);
    for (int i = 0; i < 3; i++) {
      nodes.add(new Node());
    }
    while (now.isBefore(NOW.plus(RUN))) {
      step();
      now = now.plus(STEP);
    }

    assertThat(kids).as("rotations, seed " + seed).hasSizeGreaterThan(8);
    assertThat(nodes).allSatisfy(node -> assertThat(node.keys.warning()).isEmpty());
    assertThat(names(nodes.get(0).keys.jwks())).as("old keys go").hasSizeLessThan(5);
  }

  private void step() throws Exception {
    if (random.nextInt(300) == 0) {
      nodes.set(random.nextInt(nodes.size()), new Node()); // a start anew, without old caches
    }
    for (Node node : nodes) {
      node.live();
      node.publish();
    }
    for (Node node : nodes) {
      use(node);
    }
    tokens.removeIf(token -> token.until().isBefore(now));
    cookies.removeIf(cookie -> cookie.until().isBefore(now));
    tokens.stream().map(Told::text).distinct().forEach(this::everyClientKnows);
    if (!cookies.isEmpty()) {
      cookies.add(cookies.removeFirst()); // each in its turn
      opens(any(), cookies.getLast());
    }
  }

  private void use(Node node) throws Exception {
    String kid = node.keys.current(ES256).kid();
    kids.add(kid);
    everyClientKnows(kid);
    if (random.nextInt(10) == 0) {
      verify(sign(node), any().caches.getFirst());
      tokens.add(new Told(kid, now.plus(TOKEN)));
      Told cookie = new Told(node.protector.seal(Purpose.ERROR, PLAIN), now.plusSeconds(120));
      cookies.add(cookie);
      nodes.forEach(other -> opens(other, cookie));
    }
  }

  private void opens(Node node, Told cookie) {
    assertThat(node.protector.open(Purpose.ERROR, cookie.text()))
        .as("a cookie at " + now + ", seed " + seed)
        .contains(PLAIN);
  }

  private void everyClientKnows(String kid) {
    for (Node node : nodes) {
      for (Cached cached : node.caches) {
        if (!cached.kids().contains(kid)) {
          throw new AssertionError(
              "a client that read at "
                  + cached.at()
                  + " does not know "
                  + kid
                  + " at "
                  + now
                  + ", seed "
                  + seed);
        }
      }
    }
  }

  private String sign(Node node) {
    long iat = node.clock.instant().getEpochSecond();
    return Keys.signer(node.keys)
        .sign(ES256, "JWT", Map.of("iat", iat, "exp", iat + TOKEN.toSeconds(), "sub", "a"));
  }

  private void verify(String token, Cached cached) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    JWK key = JWKSet.parse(cached.json()).getKeyByKeyId(jwt.getHeader().getKeyID());
    assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).as("seed " + seed).isTrue();
  }

  private Node any() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  /** From half of the time to almost twice of it. */
  private Duration late(Duration interval) {
    return interval.multipliedBy(50 + random.nextInt(140)).dividedBy(100);
  }

  private static Set<String> names(String json) {
    try {
      Set<String> names = new HashSet<>();
      JWKSet.parse(json).getKeys().forEach(key -> names.add(key.getKeyID()));
      return names;
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyConfig config() {
    Map<String, String> all = new TreeMap<>(RotationTest.squeezed());
    all.put("gatehouse.signing.algorithms", "ES256");
    all.put("gatehouse.signing.rotation.initialization", "PT5S");
    all.put("gatehouse.keys.clock-skew", "PT1S");
    return Keys.config(all);
  }
}
