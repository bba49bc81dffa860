package org.gatehouse.cluster.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.cluster.history.Operation.CONSENT;
import static org.gatehouse.cluster.history.Operation.READ;
import static org.gatehouse.cluster.history.Operation.REDEEM;
import static org.gatehouse.cluster.history.Operation.REFRESH;
import static org.gatehouse.cluster.history.Operation.REVOKE;
import static org.gatehouse.cluster.history.Operation.SPEND;
import static org.gatehouse.cluster.history.Operation.USE;
import static org.gatehouse.cluster.history.Operation.VERIFY;
import static org.gatehouse.cluster.history.Outcome.OK;
import static org.gatehouse.cluster.history.Outcome.REFUSED;
import static org.gatehouse.cluster.history.Outcome.UNAVAILABLE;
import static org.gatehouse.cluster.history.Outcome.UNKNOWN;
import static org.gatehouse.cluster.history.Violation.Kind.DOUBLE_SPEND;
import static org.gatehouse.cluster.history.Violation.Kind.FORK;
import static org.gatehouse.cluster.history.Violation.Kind.HOLE;
import static org.gatehouse.cluster.history.Violation.Kind.LOSS;
import static org.gatehouse.cluster.history.Violation.Kind.MISSING_WINNER;
import static org.gatehouse.cluster.history.Violation.Kind.REVOKED_ACCEPTED;
import static org.gatehouse.cluster.history.Violation.Kind.UNPUBLISHED_KEY;
import static org.gatehouse.cluster.history.Violation.Kind.UNREAD;
import static org.gatehouse.cluster.history.Violation.Kind.UNVERIFIABLE;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The checker of a record")
class HistoryCheckerTest {
  private static final Rules RULES = Rules.STRICT.withKeyLag(Duration.ofMillis(100));
  private static final Rules RETRY = RULES.withRetryWindow(Duration.ofMillis(500));

  private static Verdict judge(Script script, Rules rules) {
    return new HistoryChecker(rules).judge(script.calls());
  }

  private static void holds(Script script) {
    Verdict verdict = judge(script, RULES);

    assertThat(verdict.holds()).as(verdict.toString()).isTrue();
  }

  private static void breaks(Script script, Violation.Kind... kinds) {
    assertThat(judge(script, RULES).broken()).containsOnlyKeys(kinds);
  }

  private static Script script() {
    return new Script();
  }

  @Nested
  class OneTime {
    @Test
    void passesARaceWithOneWinner() {
      Script race = script().issue("c").call(REDEEM, "c", "c", REFUSED).meanwhile();

      holds(race.redeem("c", "r0"));
    }

    @Test
    void catchesADoubleSpendAndNamesTheCalls() {
      Script twice = script().issue("c").redeem("c", "r0").at("n2").redeem("c", "s0");

      Verdict verdict = judge(twice, RULES);

      assertThat(verdict.of(DOUBLE_SPEND))
          .singleElement()
          .satisfies(found -> assertThat(found.calls()).extracting(Call::id).contains(2L, 3L));
    }

    @Test
    void catchesADoubleSpendOfAnythingElse() {
      breaks(script().call(SPEND, "jti", "", OK).call(SPEND, "jti", "", OK), DOUBLE_SPEND);
    }

    @Test
    void catchesARaceThatNobodyWon() {
      Script race = script().issue("c").call(REDEEM, "c", "c", REFUSED).meanwhile();

      breaks(race.call(REDEEM, "c", "c", REFUSED), MISSING_WINNER);
    }

    @Test
    void countsARaceThatNobodyWonWhereARaceMayEndTheGrant() {
      Script race = script().issue("c").call(REDEEM, "c", "c", REFUSED).meanwhile();

      Verdict verdict =
          judge(race.call(REDEEM, "c", "c", REFUSED), RULES.withRacesThatMayEndTheGrant());

      assertThat(verdict.holds()).isTrue();
      assertThat(verdict.count("races without a winner")).isEqualTo(1);
    }

    @Test
    void catchesARefusalWithoutAFault() {
      breaks(script().issue("c").call(REDEEM, "c", "c", UNAVAILABLE), MISSING_WINNER);
    }

    @Test
    void excusesAMissingWinnerWithinAFault() {
      holds(script().issue("c").fault().call(REDEEM, "c", "c", REFUSED).heal());
    }

    @Test
    void excusesAMissingWinnerWhereOneOfferMayHaveWon() {
      Script script = script().issue("c").call(REDEEM, "c", "c", UNKNOWN);

      holds(script.call(REDEEM, "c", "c", REFUSED));
    }

    @Test
    void excusesARefusalOfWhatWasNeverIssued() {
      holds(script().call(REDEEM, "invented", "invented", REFUSED));
    }

    @Test
    void excusesARefusalAfterAReplayInTheFamily() {
      Script replayed = script().issue("c").redeem("c", "r0").call(REDEEM, "c", "c", REFUSED);

      holds(replayed.call(REFRESH, "r0", "c", REFUSED));
    }

    @Test
    void excusesADeviceThatIsToldToAskAgain() {
      Script script = script();
      script.calls().add(pending());

      holds(script.call(SPEND, "d", "", OK));
    }

    private Call pending() {
      return new Call(9, 1, 2, "n1", SPEND, "d", "", REFUSED, "authorization_pending", null);
    }
  }

  @Nested
  class Retries {
    private Script refreshed() {
      return script().issue("c").redeem("c", "r0").refresh("r0", "c", "r1", 1);
    }

    @Test
    void passTheSameSuccessorWithinTheWindow() {
      Verdict verdict = judge(refreshed().refresh("r0", "c", "r1", 1), RETRY);

      assertThat(verdict.holds()).as(verdict.toString()).isTrue();
      assertThat(verdict.count("idempotent retries")).isEqualTo(1);
    }

    @Test
    void areNoReplayThatExcusesALoss() {
      Script script = refreshed().refresh("r0", "c", "r1", 1);

      assertThat(judge(script.call(REFRESH, "r1", "c", REFUSED), RETRY).broken())
          .containsOnlyKeys(MISSING_WINNER);
    }

    @Test
    void areADoubleSpendWithAnotherSuccessor() {
      assertThat(judge(refreshed().refresh("r0", "c", "s1", 1), RETRY).broken())
          .containsOnlyKeys(DOUBLE_SPEND, FORK);
    }

    @Test
    void areADoubleSpendAfterTheWindow() {
      assertThat(judge(refreshed().pause(600).refresh("r0", "c", "r1", 1), RETRY).broken())
          .containsOnlyKeys(DOUBLE_SPEND);
    }

    @Test
    void areADoubleSpendWithoutAWindow() {
      breaks(refreshed().refresh("r0", "c", "r1", 1), DOUBLE_SPEND);
    }
  }

  @Nested
  class Families {
    private Script refreshed() {
      return script().issue("c").redeem("c", "r0").refresh("r0", "c", "r1", 1);
    }

    @Test
    void passAChain() {
      Verdict verdict = judge(refreshed().refresh("r1", "c", "r2", 2), RULES);

      assertThat(verdict.holds()).isTrue();
      assertThat(verdict.count("generations")).isEqualTo(3);
    }

    @Test
    void catchAForkByADoubleSpend() {
      breaks(refreshed().refresh("r0", "c", "s1", 1), DOUBLE_SPEND, FORK);
    }

    @Test
    void catchTwoParents() {
      Script other = refreshed().issue("d").redeem("d", "q0");

      breaks(other.refresh("q0", "c", "r1", 1), FORK, HOLE);
    }

    @Test
    void catchAHole() {
      breaks(refreshed().refresh("r1", "c", "r3", 3), HOLE);
    }

    @Test
    void catchAParentThatNobodyWasGiven() {
      breaks(refreshed().refresh("x1", "c", "x2", 2), HOLE);
    }
  }

  @Nested
  class Durability {
    @Test
    void passesWhatIsReadAfterTheFault() {
      Script script = script().issue("c").call(CONSENT, "u", "", OK).redeem("c", "r0").fault();

      holds(script.heal().call(READ, "u", "", OK).call(READ, "r0", "c", OK));
    }

    @Test
    void catchesALostConsent() {
      Script script = script().call(CONSENT, "u", "", OK).fault().heal();

      breaks(script.call(READ, "u", "", REFUSED), LOSS);
    }

    @Test
    void catchesALostGrant() {
      Script script = script().issue("c").redeem("c", "r0").fault().heal();

      breaks(script.call(REFRESH, "r0", "c", REFUSED), LOSS);
    }

    @Test
    void catchesWhatIsStillUnreadableAfterTheFault() {
      Script script = script().call(CONSENT, "u", "", OK).fault().heal();

      breaks(script.call(READ, "u", "", UNKNOWN), LOSS);
    }

    @Test
    void excusesWhatWasNotAcknowledged() {
      Script script = script().fault().call(CONSENT, "u", "", UNKNOWN).heal();

      holds(script.call(READ, "u", "", REFUSED));
    }

    @Test
    void excusesWhatMayHaveBeenSpentOrRevoked() {
      Script script = script().issue("c").redeem("c", "r0").call(REFRESH, "r0", "c", UNKNOWN);

      holds(script.call(READ, "r0", "c", REFUSED));
    }

    @Test
    void countsWhatIsNotLookedFor() {
      Script script = script().call(CONSENT, "u", "", OK).fault().heal();

      assertThat(judge(script, RULES).count("unread")).isEqualTo(1);
      assertThat(judge(script, RULES.withEverythingRead()).broken()).containsOnlyKeys(UNREAD);
    }
  }

  @Nested
  class Revocations {
    private Script revoked() {
      return script().issue("c").redeem("c", "r0").call(REVOKE, "r0", "c", OK);
    }

    @Test
    void passRefusals() {
      Script script = revoked().call(USE, "a", "c", REFUSED);

      holds(script.call(REFRESH, "r0", "c", REFUSED).call(READ, "r0", "c", REFUSED));
    }

    @Test
    void catchAUseAfterwards() {
      breaks(revoked().call(USE, "a", "c", OK), REVOKED_ACCEPTED);
    }

    @Test
    void catchARefreshAfterwards() {
      breaks(revoked().refresh("r0", "c", "r1", 1), REVOKED_ACCEPTED);
    }

    @Test
    void excuseAUseMeanwhile() {
      holds(revoked().meanwhile().call(USE, "a", "c", OK));
    }

    @Test
    void excuseAUseAfterAnUnknownRevocation() {
      holds(script().call(REVOKE, "a", "", UNKNOWN).call(USE, "a", "", OK));
    }

    @Test
    void endWithANewConsent() {
      Script given = script().call(REVOKE, "u", "", OK).call(CONSENT, "u", "", OK);

      holds(given.call(READ, "u", "", OK));
      breaks(given.call(REVOKE, "u", "", OK).call(READ, "u", "", OK), REVOKED_ACCEPTED);
    }
  }

  @Nested
  class Keys {
    @Test
    void passAKeyThatIsPublished() {
      holds(script().keys("k1").token("k1").at("n2").token("k1"));
    }

    @Test
    void passAKeyThatIsSeenWithinTheLag() {
      holds(script().token("k1").keys("k1"));
    }

    @Test
    void catchAKeyThatWasNeverPublished() {
      breaks(script().keys("k1").token("k2"), UNPUBLISHED_KEY);
    }

    @Test
    void catchAKeyThatIsPublishedTooLate() {
      breaks(script().token("k1").pause(200).keys("k1"), UNPUBLISHED_KEY);
    }

    @Test
    void catchAKeyThatIsNoLongerPublished() {
      breaks(script().keys("k1").keys("k2").token("k1"), UNPUBLISHED_KEY);
    }

    @Test
    void passAKeyThatAnotherNodeStillPublishes() {
      holds(script().keys("k1").at("n2").keys("k1 k2").keys("k2").at("n1").token("k1"));
    }

    @Test
    void catchATokenThatDoesNotVerify() {
      breaks(script().call(VERIFY, "t", "", REFUSED), UNVERIFIABLE);
    }
  }
}
