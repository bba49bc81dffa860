package org.gatehouse.crypto.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gatehouse.fixture.Keys.NOW;
import static org.gatehouse.fixture.Keys.master;
import static org.gatehouse.model.SigningAlgorithm.ES256;
import static org.gatehouse.model.SigningAlgorithm.ES384;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.KeyMaterialException;
import org.gatehouse.crypto.Purpose;
import org.gatehouse.crypto.SealedKey;
import org.gatehouse.fixture.Keys;
import org.gatehouse.fixture.MemoryKeyStore;
import org.gatehouse.model.OAuthException;
import org.gatehouse.model.Refusal;
import org.gatehouse.model.SigningAlgorithm;
import org.gatehouse.store.SettableClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rotation of signing keys")
class RotationTest {
  private static final Duration INTERVAL = Duration.ofDays(90);
  private static final Duration PROPAGATION = Duration.ofDays(14);
  private static final Duration RETENTION = Duration.ofDays(14);

  /** Cache, clock skew in the profile test, and two readings. */
  private static final Duration SHORTEST = Duration.ofMinutes(5).plusSeconds(1).plusMinutes(2);

  private final MemoryKeyStore store = new MemoryKeyStore();
  private final SettableClock clock = new SettableClock(NOW);

  @Test
  void letsTheFirstKeyOfANewInstallationSignAtOnce() {
    assertThat(node().current(ES256).kid()).isNotEmpty();
  }

  @Test
  void readsAgainEachMinuteAndMoreOftenWherePropagationIsShort() {
    assertThat(node().tickInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(node(squeezed()).tickInterval()).isEqualTo(Duration.ofSeconds(1));
  }

  @Nested
  @DisplayName("the next key")
  class Next {
    @Test
    void isAnnouncedBeforeItIsUsed() {
      SigningKeys node = node();
      String first = node.current(ES256).kid();
      at(node, INTERVAL.minus(PROPAGATION).minusSeconds(2));
      assertThat(kids(node)).containsExactly(first);

      at(node, INTERVAL.minus(PROPAGATION));
      assertThat(kids(node)).hasSize(2);
      assertThat(node.current(ES256).kid()).isEqualTo(first);

      at(node, INTERVAL.minusSeconds(1));
      assertThat(node.current(ES256).kid()).isEqualTo(first);
      at(node, INTERVAL);
      assertThat(node.current(ES256).kid()).isEqualTo(kids(node).get(1));
    }

    @Test
    void isMadeOnceByManyNodes() {
      List<SigningKeys> nodes = List.of(node(), node(), node());
      nodes.forEach(SigningKeys::load);
      nodes.forEach(node -> at(node, INTERVAL.minus(PROPAGATION)));

      assertThat(store.findAll(KeyKind.SIGNING))
          .extracting(SealedKey::slot)
          .containsExactly("ES256-1", "ES256-2");
    }

    @Test
    void isNotMadeWhereRotationIsOff() {
      SigningKeys node = node(Map.of("gatehouse.signing.rotation.enabled", "false"));
      String first = node.current(ES256).kid();
      at(node, Duration.ofDays(1000));

      assertThat(kids(node)).containsExactly(first);
      assertThat(node.current(ES256).kid()).isEqualTo(first);
    }

    @Test
    void waitsWhereTheAlgorithmIsNewButTheInstallationIsNot() {
      node().load();
      clock.advance(Duration.ofMinutes(5));
      SigningKeys node = node(Map.of("gatehouse.signing.algorithms", "ES384,ES256"));

      assertThat(node.usable()).containsExactly(ES256);
      assertThat(kids(node)).as("published").hasSize(2);
      refusesToSign(node, ES384);
      clock.advance(SHORTEST);
      node.tick();
      assertThat(node.usable()).containsExactly(ES384, ES256);
    }

    @Test
    void lastsUntilAllNodesHaveStoodStillForLong() {
      String first = node().current(ES256).kid();
      clock.advance(Duration.ofDays(400));
      SigningKeys later = node();

      assertThat(later.current(ES256).kid()).as("published all the time").isEqualTo(first);
      clock.advance(PROPAGATION);
      later.tick();
      assertThat(later.current(ES256).kid()).isNotEqualTo(first);
    }
  }

  @Nested
  @DisplayName("a retired key")
  class Retired {
    private final SigningKeys node = node();
    private final String first = node.current(ES256).kid();

    @Test
    void staysPublishedForTheRetention() {
      live(INTERVAL.plus(RETENTION).minusSeconds(1));
      assertThat(node.find(first)).isPresent();
      assertThat(kids(node)).contains(first);

      live(INTERVAL.plus(RETENTION));
      assertThat(kids(node)).doesNotContain(first);
    }

    @Test
    @DisplayName("Storm-0558: an expired key verifies nothing, to the second")
    void isNotAcceptedAfterThat() {
      live(INTERVAL.plus(RETENTION).minusSeconds(1));
      clock.advance(Duration.ofSeconds(1));

      assertThat(node.find(first)).isEmpty();
    }

    @Test
    void staysPublishedAsLongAsAnyTokenThatItSigned() {
      Duration life = Duration.ofDays(30);
      sign(life);
      live(INTERVAL.plus(life));

      assertThat(kids(node)).contains(first);
      assertThat(kids(node())).as("on a node that signed nothing").contains(first);
      live(INTERVAL.plus(life.multipliedBy(2)).plusMinutes(3));
      assertThat(kids(node)).doesNotContain(first);
    }

    @Test
    void losesItsPrivateHalfInASecondStep() {
      live(INTERVAL.plus(RETENTION));
      assertThat(privateHalves()).as("withdrawn, and whole").isEqualTo(2);

      live(INTERVAL.plus(RETENTION).plus(RETENTION));
      assertThat(privateHalves()).isEqualTo(1);
      assertThat(store.findAll(KeyKind.SIGNING)).as("no slot becomes free").hasSize(2);
      assertThat(kids(node())).hasSize(1);
    }

    @Test
    @DisplayName("Azure AD, 15 March 2021: retain beats age")
    void isNeitherWithdrawnNorDeletedWhereItIsRetained() {
      SigningKeys keeper = node(Map.of("gatehouse.signing.retained-keys", first));
      for (Duration age = Duration.ZERO;
          age.compareTo(INTERVAL.multipliedBy(4)) < 0;
          age = age.plusDays(10)) {
        at(keeper, age);
      }

      assertThat(kids(keeper)).contains(first);
      assertThat(keeper.find(first)).isPresent();
      SealedKey kept = store.findAll(KeyKind.SIGNING).get(0);
      assertThat(made(kept).isDeleted()).isFalse();
    }

    private void sign(Duration life) {
      long now = clock.instant().getEpochSecond();
      Keys.signer(node)
          .sign(ES256, "JWT", Map.of("iat", now, "exp", now + life.toSeconds(), "sub", "a"));
    }

    /** Lets the node live until then, day by day. */
    private void live(Duration age) {
      Instant end = NOW.plus(age);
      while (clock.instant().isBefore(end)) {
        Instant next = clock.instant().plus(Duration.ofDays(1));
        clock.set(next.isBefore(end) ? next : end);
        node.tick();
      }
    }
  }

  @Nested
  @DisplayName("revocation")
  class Revocation {
    @Test
    void takesAKeyFromEveryNodeAtOnce() {
      SigningKeys other = node();
      String bad = other.current(ES256).kid();
      SigningKeys told = node(Map.of("gatehouse.signing.revoked-keys", bad));

      assertThat(kids(told)).doesNotContain(bad);
      assertThat(told.find(bad)).isEmpty();
      other.tick();
      assertThat(kids(other)).doesNotContain(bad);
      assertThat(other.find(bad)).isEmpty();
    }

    @Test
    void lastsWhereItsMarkIsDeleted() {
      SigningKeys node = node();
      String bad = node.current(ES256).kid();
      node(Map.of("gatehouse.signing.revoked-keys", bad)).load();
      node.tick();
      store.delete(KeyKind.MARK);
      node.tick();

      assertThat(node.find(bad)).isEmpty();
      assertThat(kids(node)).doesNotContain(bad);
      assertThat(node.warning())
          .contains("The mark in memory signing-revoked-" + bad + " is there no longer.");
    }

    @Test
    void letsNoKeySignThatOthersMayNotHaveReadYet() {
      String bad = node().current(ES256).kid();
      SigningKeys told = node(Map.of("gatehouse.signing.revoked-keys", bad));

      refusesToSign(told, ES256);
      assertThat(kids(told)).as("the next is published").hasSize(1);
      clock.advance(SHORTEST);
      told.tick();
      assertThat(told.current(ES256).kid()).isEqualTo(kids(told).get(0));
    }

    @Test
    void hasTheAnnouncedKeyTakeOver() {
      SigningKeys node = node();
      String bad = node.current(ES256).kid();
      at(node, INTERVAL.minus(PROPAGATION));
      clock.advance(SHORTEST.plusSeconds(1));

      SigningKeys told = node(Map.of("gatehouse.signing.revoked-keys", bad));
      assertThat(told.current(ES256).kid()).isEqualTo(kids(told).get(0));
    }

    @Test
    void refusesANameThatIsNoKey() {
      node().load();

      assertThatExceptionOfType(KeyMaterialException.class)
          .isThrownBy(node(Map.of("gatehouse.signing.revoked-keys", "typo"))::load)
          .withMessage("gatehouse.signing.revoked-keys names typo, and there is no such key.");
    }
  }

  @Nested
  @DisplayName("what cannot be believed or read")
  class Disbelief {
    private final SigningKeys node = node();
    private final String first = node.current(ES256).kid();

    @Test
    @DisplayName("Google, 14 December 2020: a report of nothing is not believed")
    void keepsTheLastGoodKeysWhereTheStoreIsEmpty() {
      store.clear();
      node.tick();

      assertThat(node.current(ES256).kid()).isEqualTo(first);
      assertThat(node.warning()).contains("The signing key in memory ES256-1 is there no longer.");
      assertThat(store.findAll()).isEmpty();
    }

    @Test
    @DisplayName("Cloudflare, 18 November 2025: a damaged file changes nothing")
    void keepsTheLastGoodKeysWhereOneIsDamaged() {
      store.create(new SealedKey(KeyKind.SIGNING, "ES256-2", "damaged"));
      node.tick();

      assertThat(kids(node)).containsExactly(first);
      assertThat(node.warning()).get().asString().contains("memory ES256-2 is damaged");
    }

    @Test
    void namesEveryKeyThatDoesNotOpen() {
      store.create(new SealedKey(KeyKind.SIGNING, "ES256-2", "damaged"));
      store.create(new SealedKey(KeyKind.SIGNING, "ES256-3", ""));

      assertThatExceptionOfType(KeyMaterialException.class)
          .isThrownBy(node()::load)
          .withMessageContaining("memory ES256-2, memory ES256-3: each is damaged");
    }

    @Test
    void signsWhileTheStoreIsAwayUntilOthersMayHaveWithdrawnTheKey() {
      store.away(true);
      at(node, PROPAGATION);
      assertThat(node.current(ES256).kid()).isEqualTo(first);
      assertThat(node.isStale()).as("a newer key may be in use elsewhere").isTrue();

      at(node, PROPAGATION.plusSeconds(1));
      refusesToSign(node, ES256);
      assertThat(kids(node)).containsExactly(first);
      store.away(false);
      node.tick();
      assertThat(node.current(ES256).kid()).isEqualTo(first);
      assertThat(node.isStale()).isFalse();
    }

    @Test
    void readsBeforeItAnswersWhereTheMachineSlept() {
      SigningKeys other = node();
      clock.set(NOW.plus(INTERVAL).minus(PROPAGATION));
      other.tick();

      assertThat(kids(node)).as("without a tick").isEqualTo(kids(other)).hasSize(2);
    }

    @Test
    @DisplayName("attack 103: a flood of unknown names costs no reading each")
    void looksForAnUnknownKeyOnceAndNotAtEachRequest() {
      int before = store.reads();
      for (int i = 0; i < 10_000; i++) {
        assertThat(node.find("made up " + i)).isEmpty();
      }

      assertThat(store.reads() - before).as("keys and two kinds of marks").isEqualTo(3);
    }

    @Test
    void signsNoMoreByAKeyThatThePublishedOnesDoNotVerify() {
      node.stop(node.current(ES256));

      refusesToSign(node, ES256);
      assertThat(node.usable()).isEmpty();
      assertThat(kids(node)).containsExactly(first);
    }
  }

  @Test
  @DisplayName("Boulder lints what it signs: what the published keys do not verify does not leave")
  void letsNoTokenLeaveThatThePublishedKeysDoNotVerify() throws Exception {
    ECKey one = new ECKeyGenerator(Curve.P_256).generate();
    ECKey two = new ECKeyGenerator(Curve.P_256).generate();
    ECKey mixed =
        new ECKey.Builder(one.toPublicJWK())
            .d(two.getD())
            .algorithm(JWSAlgorithm.ES256)
            .keyID("mixed")
            .issueTime(Date.from(NOW))
            .build();
    String envelope = master(1).seal(Purpose.SIGNING_KEY, mixed.toJSONString().getBytes(US_ASCII));
    store.create(new SealedKey(KeyKind.SIGNING, "ES256-1", envelope));
    SigningKeys node = node();

    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> Keys.signer(node).sign(ES256, "JWT", Map.of("sub", "a")))
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_SIGNING_KEY));
    refusesToSign(node, ES256);
  }

  static Map<String, String> squeezed() {
    return Map.of(
        "gatehouse.signing.rotation.interval", "PT20S",
        "gatehouse.signing.rotation.propagation", "PT5S",
        "gatehouse.signing.rotation.retention", "PT5S",
        "gatehouse.signing.rotation.initialization", "PT0S",
        "gatehouse.discovery.response-cache-interval", "PT2S",
        "gatehouse.key-ring.lifetime", "PT20S",
        "gatehouse.key-ring.propagation", "PT5S");
  }

  private SigningKeys node() {
    return node(Map.of());
  }

  private SigningKeys node(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent("gatehouse.signing.algorithms", "ES256");
    return new SigningKeys(store, master(1), Keys.config(all), clock);
  }

  private void at(SigningKeys node, Duration age) {
    clock.set(NOW.plus(age));
    node.tick();
  }

  private long privateHalves() {
    return store.findAll(KeyKind.SIGNING).stream().filter(key -> !made(key).isDeleted()).count();
  }

  private static MadeKey made(SealedKey sealed) {
    return master(1)
        .open(Purpose.SIGNING_KEY, sealed.envelope())
        .flatMap(plain -> MadeKey.read(sealed, plain))
        .orElseThrow();
  }

  private static void refusesToSign(SigningKeys keys, SigningAlgorithm algorithm) {
    assertThatExceptionOfType(OAuthException.class)
        .isThrownBy(() -> keys.current(algorithm))
        .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_SIGNING_KEY));
  }

  /** What is published, in order. */
  private static List<String> kids(SigningKeys node) {
    try {
      return JWKSet.parse(node.jwks()).getKeys().stream().map(JWK::getKeyID).toList();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
