package city.chengmai.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertHistoryTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant NOW = START.plus(Duration.ofDays(1));

  @ParameterizedTest
  @CsvSource({
    "'', new",
    "comment, new",
    "acknowledge, acknowledged",
    "acknowledge comment, acknowledged",
    "acknowledge assign, assigned",
    "assign escalate, escalated",
    "escalate acknowledge, acknowledged",
    "assign resolve, resolved",
    "resolve false-alarm, false-alarm",
    "resolve reopen, new",
    "assign snooze, snoozed",
    "assign snooze unsnooze, assigned",
    "assign snooze comment, snoozed",
    "snooze resolve, resolved"
  })
  void actionsLeadToAStanding(String actions, String standing) {
    assertThat(history(actions).standing(NOW, START).wireName()).isEqualTo(standing);
  }

  @Test
  void theOrderInWhichActionsArriveDoesNotMatter() {
    List<AlertAction> actions =
        new ArrayList<>(history("assign snooze unsnooze escalate").actions());
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(actions, random);
      AlertHistory shuffled = new AlertHistory(actions);
      assertThat(shuffled.standing(NOW, START)).isEqualTo(Standing.ESCALATED);
    }
  }

  @Test
  void anActionSentTwiceCountsOnce() {
    List<AlertAction> twice = new ArrayList<>(history("acknowledge assign").actions());
    twice.add(twice.get(0).at(NOW));
    AlertHistory history = new AlertHistory(twice);
    assertThat(history.actions()).hasSize(2);
    assertThat(history.standing(NOW, START)).isEqualTo(Standing.ASSIGNED);
  }

  @Test
  void aSnoozeEndsByItselfAndGivesBackWhatItCovered() {
    AlertHistory history = history("acknowledge snooze");
    Instant end = history.snoozedUntil(START).orElseThrow();
    assertThat(history.standing(end.minusMillis(1), START)).isEqualTo(Standing.SNOOZED);
    assertThat(history.standing(end, START)).isEqualTo(Standing.ACKNOWLEDGED);
  }

  @Test
  void aFindingAfterTheResolutionMakesItNewAgain_butNoVerdictOfFalseAlarm() {
    assertThat(history("resolve").standing(NOW, NOW)).isEqualTo(Standing.NEW);
    assertThat(history("resolve").standing(NOW, START)).isEqualTo(Standing.RESOLVED);
    assertThat(history("false-alarm").standing(NOW, NOW)).isEqualTo(Standing.FALSE_ALARM);
  }

  @Test
  void theOwnerIsWhomItWasGivenToLast() {
    assertThat(history("acknowledge").owner()).isEmpty();
    assertThat(history("assign comment").owner()).contains("squad 1");
    assertThat(history("assign resolve reopen").owner()).isEmpty();
  }

  @Test
  void anActionNeverCountsBeforeTheOneItFollows_evenWhenTheClockStands() {
    AlertHistory history = history("acknowledge");
    Instant acted = history.actions().get(0).actedAt();
    assertThat(history.next(acted)).isEqualTo(acted.plusMillis(1));
    assertThat(history.next(NOW)).isEqualTo(NOW);
    assertThat(new AlertHistory(List.of()).next(NOW)).isEqualTo(NOW);
  }

  @Test
  void theTableOfTransitionsHolds() {
    assertThat(Standing.NEW.allows(ActionKind.UNSNOOZE)).isFalse();
    assertThat(Standing.ACKNOWLEDGED.allows(ActionKind.ACKNOWLEDGE)).isFalse();
    assertThat(Standing.ESCALATED.allows(ActionKind.ACKNOWLEDGE)).isTrue();
    assertThat(Standing.SNOOZED.allowed())
        .containsExactly(
            ActionKind.COMMENT,
            ActionKind.RESOLVE,
            ActionKind.FALSE_ALARM,
            ActionKind.SNOOZE,
            ActionKind.UNSNOOZE);
    assertThat(Standing.RESOLVED.allows(ActionKind.REOPEN)).isTrue();
    assertThat(Standing.FALSE_ALARM.allows(ActionKind.FALSE_ALARM)).isFalse();
    for (Standing standing : Standing.values()) {
      assertThat(standing.allows(ActionKind.COMMENT)).as(standing.name()).isTrue();
    }
  }

  @Test
  void everyAllowedActionLeadsToWhatTheTableSays() {
    for (Standing standing : Standing.values()) {
      for (ActionKind kind : standing.allowed()) {
        AlertHistory after = history(way(standing) + " " + kind.wireName());
        Standing expected =
            switch (kind) {
              case COMMENT -> standing;
              case ACKNOWLEDGE -> Standing.ACKNOWLEDGED;
              case ASSIGN -> Standing.ASSIGNED;
              case RESOLVE -> Standing.RESOLVED;
              case FALSE_ALARM -> Standing.FALSE_ALARM;
              case SNOOZE -> Standing.SNOOZED;
              case UNSNOOZE, REOPEN -> Standing.NEW;
              case ESCALATE -> Standing.ESCALATED;
            };
        assertThat(after.standing(NOW, START)).as(standing + " " + kind).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatAnActionNeedsIsChecked() {
    assertThatThrownBy(
            () -> action(0, ActionKind.COMMENT, "", "", " ", Optional.empty()).complete())
        .hasMessage("comment must not be blank");
    assertThatThrownBy(() -> action(0, ActionKind.ASSIGN, "", "", "", Optional.empty()).complete())
        .hasMessage("assignee must not be blank");
    assertThatThrownBy(
            () -> action(0, ActionKind.FALSE_ALARM, "", "so", "", Optional.empty()).complete())
        .hasMessageContaining("reason");
    assertThatThrownBy(() -> action(0, ActionKind.SNOOZE, "", "", "", Optional.empty()).complete())
        .hasMessageContaining("until");
  }

  private static String way(Standing standing) {
    return switch (standing) {
      case NEW -> "";
      case ACKNOWLEDGED -> "acknowledge";
      case ASSIGNED -> "assign";
      case ESCALATED -> "escalate";
      case SNOOZED -> "snooze";
      case RESOLVED -> "resolve";
      case FALSE_ALARM -> "false-alarm";
    };
  }

  private static AlertHistory history(String actions) {
    List<AlertAction> made = new ArrayList<>();
    List<ActionKind> kinds =
        Arrays.stream(actions.strip().split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> ActionKind.of(name).orElseThrow())
            .toList();
    for (int i = 0; i < kinds.size(); i++) {
      ActionKind kind = kinds.get(i);
      made.add(
          action(
              i,
              kind,
              kind.needsAssignee() ? "squad 1" : "",
              kind == ActionKind.FALSE_ALARM ? "weather" : "",
              "seen",
              kind == ActionKind.SNOOZE
                  ? Optional.of(NOW.plus(Duration.ofDays(1)))
                  : Optional.empty()));
    }
    return new AlertHistory(made);
  }

  private static AlertAction action(
      int minute,
      ActionKind kind,
      String assignee,
      String reason,
      String comment,
      Optional<Instant> until) {
    return new AlertAction(
        "action-" + minute,
        kind,
        "duty officer",
        assignee,
        reason,
        comment,
        until,
        START.plus(Duration.ofMinutes(minute)));
  }
}
