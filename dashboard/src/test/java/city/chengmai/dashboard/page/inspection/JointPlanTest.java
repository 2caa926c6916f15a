package city.chengmai.dashboard.page.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.query.InspectionQueries.PlannedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointPlanTest {

  private static final Instant DAY = Instant.parse("2026-03-01T02:00:00Z");
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  /** Three departments within twelve days could have come once: two visits too many. */
  @Test
  void departmentsWithinTheWindowCouldHaveComeTogether() {
    List<JointPlan.Group> groups =
        JointPlan.groups(
            List.of(
                row("a", 0, "fire"),
                row("a", 5, "health"),
                row("a", 12, "police", "fire"),
                row("b", 0, "fire"),
                row("b", 14, "health"),
                row("c", 0, "fire"),
                row("c", 15, "health")),
            FORTNIGHT);
    assertThat(groups)
        .extracting(
            group -> group.rows().get(0).enterpriseId(),
            JointPlan.Group::spared,
            JointPlan.Group::departments)
        .containsExactly(
            tuple("a", 2, List.of("fire", "health", "police")),
            tuple("b", 1, List.of("fire", "health")));
  }

  /** A department that comes again looks after what it found; that begins a group of its own. */
  @Test
  void theSameDepartmentAgainIsNoVisitTooMany() {
    assertThat(JointPlan.groups(List.of(row("a", 0, "fire"), row("a", 3, "fire")), FORTNIGHT))
        .isEmpty();
    List<JointPlan.Group> groups =
        JointPlan.groups(
            List.of(row("a", 0, "fire"), row("a", 3, "fire"), row("a", 4, "health")), FORTNIGHT);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).rows()).extracting(PlannedRow::actionId).containsExactly("a3", "a4");
  }

  @Test
  void whoWasLastVisitedByAllIsNotAskedToBe() {
    List<JointPlan.Candidate> candidates =
        JointPlan.candidates(
            List.of(
                row("apart", 0, "fire"),
                row("apart", 40, "health"),
                row("apart", 60, "fire"),
                row("together", 0, "fire"),
                row("together", 40, "fire", "health"),
                row("alone", 0, "fire"),
                row("alone", 30, "fire"),
                row("twice", 0, "health"),
                row("twice", 1, "police")));
    assertThat(candidates)
        .extracting(JointPlan.Candidate::enterpriseId, JointPlan.Candidate::visits)
        .containsExactly(tuple("apart", 3), tuple("twice", 2));
    assertThat(candidates.get(0).last())
        .containsEntry("fire", DAY.plus(Duration.ofDays(60)))
        .containsEntry("health", DAY.plus(Duration.ofDays(40)));
  }

  private static PlannedRow row(String enterprise, int day, String... departments) {
    return new PlannedRow(
        enterprise + day, enterprise, "", "", List.of(departments), DAY.plus(Duration.ofDays(day)));
  }
}
