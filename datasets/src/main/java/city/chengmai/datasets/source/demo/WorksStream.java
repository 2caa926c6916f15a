package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Components and their inspections (部件), the twelve people's-heart projects (民心工程), and lift
 * retrofits (加装电梯) that go from stage to stage.
 */
final class WorksStream {

  private static final int COMPONENTS_A_GRID = 4;
  private static final int DRAIN = 1;
  private static final double INSPECTIONS_A_DAY = 6;
  private static final int TASKS = 12;
  private static final int FOLLOW_ON = 4;
  private static final int STAIRCASES = 60;
  private static final int LIFTS_DUE_AFTER = 300;
  private static final int ESTATES = 15;
  private static final List<String> KINDS =
      List.of(
          "public-facilities/manhole-cover",
          "public-facilities/drain-overflow",
          "public-facilities/street-light",
          "traffic-facilities/guard-rail");
  private static final List<String> STAGES =
      List.of("consulting", "signed", "under-approval", "under-construction", "finished");

  private final Xingqiao xingqiao;
  private final LocalDate firstDay;
  private final DrainStates drains;

  WorksStream(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
    this.drains = new DrainStates(xingqiao);
    this.firstDay = xingqiao.options().firstDay();
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (day.equals(firstDay)) {
      xingqiao.grids().forEach(grid -> register(grid, day, events));
    }
    inspect(day, events);
    for (int task = 1; task <= TASKS; task++) {
      milestones(task, day, events);
    }
    for (int staircase = 1; staircase <= STAIRCASES; staircase++) {
      retrofit(staircase, day, events);
    }
    return events;
  }

  private void register(DemoGrid grid, LocalDate day, List<PlannedEvent> events) {
    for (int i = 0; i < COMPONENTS_A_GRID; i++) {
      Spot spot = grid.spots().get(i % grid.spots().size());
      String kind = KINDS.get(i % KINDS.size());
      int year = 1998 + (grid.number() * 7 + i) % 25;
      events.add(
          Sender.RECORDS.tell(
              day.atTime(2, 0).plusSeconds(grid.number() * 10L + i),
              EventType.COMPONENT_REGISTERED,
              component(grid, i),
              () ->
                  Sender.place(
                      Payload.of("category", kind)
                          .put("condition", "good")
                          .put("installedYear", year),
                      grid,
                      spot)));
    }
  }

  private void inspect(LocalDate day, List<PlannedEvent> events) {
    List<Look> looks = looks(day);
    for (Look look : looks) {
      String condition = look.number() == DRAIN ? drainCondition(look, day) : look.condition();
      events.add(inspection(look.at(), look.grid(), look.number(), condition));
    }
    List<DemoGrid> seen = drainsAmong(looks);
    for (DemoGrid grid : xingqiao.grids()) {
      if (drains.isToldClear(day, grid) && !seen.contains(grid)) {
        LocalDateTime at = day.atTime(16, 0).plusSeconds(grid.number());
        events.add(inspection(at, grid, DRAIN, "good"));
      }
    }
  }

  private static PlannedEvent inspection(
      LocalDateTime at, DemoGrid grid, int number, String condition) {
    return Sender.STREET_APP.tell(
        at,
        EventType.COMPONENT_INSPECTED,
        component(grid, number),
        () -> Payload.of("condition", condition).put("officer", Sender.officer(grid)));
  }

  /** A drain is found as it is; of other components nothing is known but what is found. */
  private String drainCondition(Look look, LocalDate day) {
    if (drains.on(day, look.grid()).isPresent()) {
      return "clogged";
    }
    return look.condition().equals("clogged") ? "good" : look.condition();
  }

  /** One of a day's inspections, by the number of the component in its grid. */
  private record Look(DemoGrid grid, int number, LocalDateTime at, String condition) {}

  private List<Look> looks(LocalDate day) {
    Dice dice = xingqiao.dice("components", day.toEpochDay());
    int inspections = Math.min(COMPONENTS_A_GRID * 5, dice.poisson(INSPECTIONS_A_DAY));
    int first = dice.below(xingqiao.grids().size());
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < inspections; i++) {
      DemoGrid grid = xingqiao.grids().get((first + i) % xingqiao.grids().size());
      double quality = grid.traits().quality();
      String condition =
          dice.chance(0.72 + 0.25 * quality) ? "good" : dice.chance(0.5) ? "damaged" : "clogged";
      LocalDateTime at = Rhythm.PATROL.moment(day, dice);
      looks.add(new Look(grid, dice.below(COMPONENTS_A_GRID), at, condition));
    }
    return looks;
  }

  /** Grids whose drain is inspected on a day. */
  List<DemoGrid> drainsLookedAt(LocalDate day) {
    return drainsAmong(looks(day));
  }

  private static List<DemoGrid> drainsAmong(List<Look> looks) {
    return looks.stream().filter(look -> look.number() == DRAIN).map(Look::grid).toList();
  }

  /** The drain of a grid in the register. */
  static String drain(DemoGrid grid) {
    return component(grid, DRAIN);
  }

  /**
   * Each task is planned on the first day, is begun, and is reached around its day or not yet. Each
   * fourth one follows on the one before it (后续工程).
   */
  private void milestones(int task, LocalDate day, List<PlannedEvent> events) {
    Dice dice = xingqiao.dice("milestone", task);
    int begun = dice.between(4, 40);
    int due = dice.between(50, 160);
    int reached = due + (int) Math.round(6 + 10 * dice.normal());
    long today = day.toEpochDay() - firstDay.toEpochDay();
    String stage =
        today == 0 ? "planned" : today == begun ? "started" : today == reached ? "reached" : "";
    if (!stage.isEmpty()) {
      LocalDateTime at = day.atTime(9, 0).plusMinutes(task);
      String dueAt = Payload.moment(firstDay.plusDays(due).atTime(18, 0));
      events.add(
          Sender.RECORDS.tell(
              at,
              EventType.PROJECT_MILESTONE,
              String.format(Locale.ROOT, "milestone-%02d", task),
              () -> milestone(task, stage, dueAt)));
    }
  }

  private static ObjectNode milestone(int task, String stage, String dueAt) {
    ObjectNode payload =
        Payload.of("projectId", String.format(Locale.ROOT, "project-%02d", task))
            .put("task", "民心工程第" + task + "项")
            .put("stage", stage)
            .put("dueAt", dueAt);
    if (task % FOLLOW_ON == 0) {
      payload.putArray("after").add(String.format(Locale.ROOT, "milestone-%02d", task - 1));
    }
    return payload;
  }

  private void retrofit(int staircase, LocalDate day, List<PlannedEvent> events) {
    Dice dice = xingqiao.dice("lift", staircase);
    int stage = dice.below(STAGES.size());
    long today = day.toEpochDay() - firstDay.toEpochDay();
    long next = 0;
    while (next < today && stage < STAGES.size() - 1) {
      next += dice.between(20, 90);
      stage++;
    }
    if (next == today) {
      String estate = String.format(Locale.ROOT, "estate-%02d", staircase % ESTATES + 1);
      DemoGrid grid = xingqiao.grids().get(14 + staircase % ESTATES);
      Spot spot = grid.spots().get(staircase % grid.spots().size());
      String reached = STAGES.get(stage);
      String due = Payload.moment(firstDay.plusDays(LIFTS_DUE_AFTER).atTime(18, 0));
      events.add(
          Sender.RESIDENTS_APP.tell(
              day.atTime(10, 0).plusMinutes(staircase),
              EventType.LIFT_STAGE_CHANGED,
              String.format(Locale.ROOT, "%s-staircase-%02d", estate, staircase),
              () ->
                  Sender.place(
                      Payload.of("estateId", estate)
                          .put("stage", reached)
                          .put("households", 12)
                          .put("dueAt", due),
                      grid,
                      spot)));
    }
  }

  private static String component(DemoGrid grid, int number) {
    return "component-" + grid.id().substring(3) + "-" + (number + 1);
  }
}
