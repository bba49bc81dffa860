package org.gatehouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gatehouse.crypto.Handle;
import org.gatehouse.model.grant.GrantType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link GrantAuthority} keeps: a grant is used once, however many bring it, whether the
 * store was told of it or not, and whatever it forgets between two uses.
 */
public abstract class GrantAuthorityContract {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final String CLIENT = "client";
  private static final int RACERS = 4;
  private static final int ROUNDS = 100;

  private final SettableClock clock = new SettableClock(NOW);
  private final String mine = UUID.randomUUID().toString();
  private final GrantKey key = key("code");
  private final StoredGrant code =
      new StoredGrant(
          mine,
          CLIENT,
          Optional.of("alice"),
          Optional.of("session"),
          NOW,
          NOW.plusSeconds(60),
          "payload");
  private GrantAuthority authority;

  /** A store that takes the time from this clock. */
  protected abstract GrantAuthority authority(Clock time);

  @BeforeEach
  void makeAuthority() {
    authority = authority(clock);
  }

  private GrantKey key(String name) {
    return GrantKey.of(GrantType.AUTHORIZATION_CODE, new Handle(mine + name));
  }

  private Outcome<StoredGrant> bring() {
    return authority.consumeAbsent(new NewGrant(key, code), CLIENT, List.of());
  }

  private Outcome<StoredGrant> useTheKept() {
    return authority.consumePresent(key, CLIENT, List.of());
  }

  private void forget() {
    authority.revokeAll(GrantFilter.ofGrant(mine));
  }

  @Test
  void usesOnceWhatItWasNotToldOf() {
    assertThat(bring()).isEqualTo(new Outcome.First<>(code));
    assertThat(bring()).isEqualTo(new Outcome.Replayed<>(mine));
    assertThat(useTheKept()).isEqualTo(new Outcome.Replayed<>(mine));
  }

  @Test
  void usesOnceWhatItKeeps() {
    authority.create(key, code);

    assertThat(useTheKept()).isEqualTo(new Outcome.First<>(code));
    assertThat(useTheKept()).isEqualTo(new Outcome.Replayed<>(mine));
    assertThat(bring()).isEqualTo(new Outcome.Replayed<>(mine));
  }

  @Test
  void usesOnceWhatIsKeptAndBrought() {
    authority.create(key, code);

    assertThat(bring()).isEqualTo(new Outcome.First<>(code));
    assertThat(useTheKept()).isEqualTo(new Outcome.Replayed<>(mine));
  }

  @Test
  void takesNothingBroughtWhoseUseItHasForgotten() {
    authority.create(key, code);
    useTheKept();
    forget();

    assertThat(bring()).isEqualTo(new Outcome.Unknown<>());
  }

  @Test
  void takesNothingThatIsKeptOnlyAfterAUseThatItHasForgotten() {
    bring();
    forget();
    authority.create(key, code);

    assertThat(useTheKept()).isEqualTo(new Outcome.Unknown<>());
    assertThat(bring()).isEqualTo(new Outcome.Unknown<>());
  }

  @Test
  void takesNothingThatWasRevokedBeforeItWasToldOfIt() {
    authority.revokeAbsent(new NewGrant(key, code));

    assertThat(bring()).isEqualTo(new Outcome.Unknown<>());
  }

  @Test
  void spoilsNothingByAGuess() {
    assertThat(useTheKept()).isEqualTo(new Outcome.Unknown<>());

    assertThat(bring()).isEqualTo(new Outcome.First<>(code));
  }

  @Test
  void spoilsNothingByAnotherClient() {
    authority.create(key, code);

    assertThat(authority.consumePresent(key, "other", List.of()))
        .isEqualTo(new Outcome.Unknown<>());
    assertThat(authority.consumeAbsent(new NewGrant(key, code), "other", List.of()))
        .isEqualTo(new Outcome.Unknown<>());
    assertThat(useTheKept()).isEqualTo(new Outcome.First<>(code));
  }

  @Test
  void keepsWhatTheUseGives() {
    GrantKey result = key("result");
    authority.create(key, code);

    authority.consumePresent(key, CLIENT, List.of(new NewGrant(result, code)));

    assertThat(authority.find(result)).contains(code);
  }

  @Test
  void spoilsNothingByAUseThatFails() {
    GrantKey taken = key("taken");
    authority.create(key, code);
    authority.create(taken, code);
    List<NewGrant> results = List.of(new NewGrant(taken, code));

    assertThatIllegalStateException()
        .isThrownBy(() -> authority.consumePresent(key, CLIENT, results));
    assertThatIllegalStateException()
        .isThrownBy(() -> authority.consumeAbsent(new NewGrant(key, code), CLIENT, results));

    assertThat(useTheKept()).isEqualTo(new Outcome.First<>(code));
  }

  @Test
  void hasOneFirstUseInARaceOfBothWaysThatForgetsMeanwhile() throws InterruptedException {
    List<GrantKey> keys =
        Stream.iterate(0, i -> i + 1).limit(ROUNDS).map(i -> key("r" + i)).toList();
    keys.forEach(each -> authority.create(each, code));
    try (Race race = new Race(RACERS, ROUNDS)) {
      List<List<Boolean>> firsts =
          race.run(
              (round, racer) -> {
                GrantKey each = keys.get(round);
                Outcome<StoredGrant> outcome =
                    racer % 2 == 0
                        ? authority.consumePresent(each, CLIENT, List.of())
                        : authority.consumeAbsent(new NewGrant(each, code), CLIENT, List.of());
                if (outcome instanceof Outcome.Replayed) {
                  authority.revoke(each);
                }
                return outcome instanceof Outcome.First;
              });

      assertThat(firsts).allSatisfy(round -> assertThat(round).containsOnlyOnce(true));
    }
  }
}
