package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Two patrol rounds (巡查) a day in each grid, and what they find. */
final class PatrolStream {

  private static final int[] STARTS = {9, 14};
  private static final int NOON = 13;
  private static final double VALID_COVERAGE = 0.8;

  private final Xingqiao xingqiao;

  PatrolStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
  }

  List<PlannedEvent> on(LocalDate day, List<CaseStory> stories) {
    List<Incident> gaps =
        xingqiao.incidents().on(day).stream()
            .filter(incident -> incident.kind() == IncidentKind.PATROL_GAP)
            .toList();
    List<PlannedEvent> events = new ArrayList<>();
    for (DemoGrid grid : xingqiao.grids()) {
      boolean skipped = gaps.stream().anyMatch(incident -> incident.isIn(grid));
      for (int round = 0; round < STARTS.length; round++) {
        events.addAll(round(grid, day, round, skipped));
      }
    }
    stories.stream()
        .filter(story -> story.draft().channel() == Channel.PATROL)
        .forEach(story -> events.add(finding(story, day)));
    return events;
  }

  private List<PlannedEvent> round(DemoGrid grid, LocalDate day, int round, boolean skipped) {
    Dice dice = xingqiao.dice("patrol", day.toEpochDay(), grid.number(), round);
    LocalDateTime start = day.atTime(STARTS[round], 0);
    String id = roundId(grid, day, round);
    List<PlannedEvent> events = new ArrayList<>();
    LocalDateTime plannedAt = day.atTime(6, 30).plusSeconds(2L * grid.number() + round);
    events.add(event(plannedAt, EventType.PATROL_PLANNED, id, 1, () -> plan(grid, start)));
    double quality = grid.traits().quality();
    double coverage = Math.min(1, 0.78 + 0.14 * quality + dice.between(0.0, 0.2));
    if (!skipped && dice.chance(0.86 + 0.135 * quality)) {
      LocalDateTime end = start.plusMinutes(dice.between(235, 270)).plusSeconds(dice.below(60));
      events.add(event(end, EventType.PATROL_COMPLETED, id, 2, () -> completion(coverage)));
    }
    return events;
  }

  private PlannedEvent finding(CaseStory story, LocalDate day) {
    PlannedEvent report = story.steps().get(0);
    int round = report.at().getHour() < NOON ? 0 : 1;
    CaseDraft draft = story.draft();
    String id = roundId(draft.grid(), day, round);
    return new PlannedEvent(
        report.at(),
        EventType.PATROL_FINDING,
        Channel.PATROL.source(),
        id + "-" + draft.id(),
        id,
        () -> {
          ObjectNode payload = Payload.of("caseId", draft.id());
          CaseText.putPlace(payload, draft);
          return payload;
        });
  }

  private static PlannedEvent event(
      LocalDateTime at, EventType type, String round, int number, Supplier<ObjectNode> data) {
    return new PlannedEvent(at, type, Channel.PATROL.source(), round + "-" + number, round, data);
  }

  private static ObjectNode plan(DemoGrid grid, LocalDateTime start) {
    return Payload.of("areaId", grid.id()).put("plannedFor", Payload.moment(start));
  }

  private static ObjectNode completion(double coverage) {
    double shown = Math.rint(coverage * 100) / 100;
    return Payload.empty().put("coverage", shown).put("valid", shown >= VALID_COVERAGE);
  }

  private static String roundId(DemoGrid grid, LocalDate day, int round) {
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    return "P" + date + "-" + grid.id().substring(3) + "-" + (round + 1);
  }
}
