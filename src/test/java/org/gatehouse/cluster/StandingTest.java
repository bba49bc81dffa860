package org.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.cluster.Member.Joined;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How a node stands to the others, by its view and their heartbeats")
class StandingTest {
  private static final Joined SELF = new Joined("a", "v1");

  private static Member member(String name, int startedAt, String view, Duration silence) {
    return new Member(
        "start-" + name,
        "node-" + name,
        "127.0.0.1",
        7800,
        Optional.of(new Joined(name, view)),
        Instant.ofEpochSecond(startedAt),
        silence);
  }

  private static Member alive(String name, int startedAt) {
    return member(name, startedAt, "v1", Duration.ofMillis(500));
  }

  private static Standing of(Set<String> view, Member... list) {
    return Standing.of(SELF, view, List.of(list));
  }

  @Test
  void isGoodWhereAllThatBeatAreMembers() {
    Standing standing = of(Set.of("a", "b"), alive("a", 2), alive("b", 1));

    assertThat(standing.isGood()).isTrue();
    assertThat(standing.isAgreed()).isTrue();
  }

  @Test
  void isBadWhereItIsAloneWhileTwoOthersBeat() {
    Standing standing = of(Set.of("a"), alive("a", 1), alive("b", 2), alive("c", 3));

    assertThat(standing.isGood()).isFalse();
    assertThat(standing.reason()).contains("node-b", "node-c");
  }

  @Test
  void isGoodWithTheLargerSide() {
    assertThat(of(Set.of("a", "b"), alive("a", 3), alive("b", 2), alive("c", 1)).isGood()).isTrue();
  }

  @Test
  void isGoodOnTheSideOfTheLongestStartedOfTwoEqualOnes() {
    assertThat(of(Set.of("a"), alive("a", 1), alive("b", 2)).isGood()).isTrue();
    assertThat(of(Set.of("a"), alive("a", 2), alive("b", 1)).isGood()).isFalse();
  }

  @Test
  void passesOverWhoIsNotHeardOfAnyMore() {
    Member crashed = member("b", 1, "v1", Member.GONE);

    assertThat(of(Set.of("a"), alive("a", 2), crashed).isGood()).isTrue();
  }

  @Test
  void passesOverWhoHasNotJoined() {
    Member starting =
        new Member("s", "node-s", "h", 1, Optional.empty(), Instant.EPOCH, Duration.ofMillis(10));

    assertThat(of(Set.of("a"), alive("a", 2), starting).isGood()).isTrue();
  }

  @Test
  void doesNotAgreeWithAMemberThatHasAnotherView() {
    Member late = member("b", 2, "v0", Duration.ofMillis(100));

    Standing standing = of(Set.of("a", "b"), alive("a", 1), late);

    assertThat(standing.isGood()).isTrue();
    assertThat(standing.isAgreed()).isFalse();
  }

  @Test
  void needsTheMajorityWhereThereIsNoList() {
    assertThat(Standing.of(2, 2).isGood()).isTrue();
    assertThat(Standing.of(1, 2).isGood()).isFalse();
  }
}
