package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Models over pooled data (数据碰撞): each runs every night, singles out a few enterprises, somebody
 * goes there and looks. Every Monday the system suggests measures (建议).
 */
final class ModelStream {

  private static final List<String> MODELS = List.of("shop-without-licence", "empty-let-area");
  private static final List<String> DEPARTMENTS = List.of("market-supervision", "work-safety");
  private static final double HITS_A_RUN = 0.8;
  private static final int SUGGESTIONS = 2;

  private final Xingqiao xingqiao;
  private final List<Enterprise> enterprises;

  ModelStream(Xingqiao xingqiao, List<Enterprise> enterprises) {
    this.xingqiao = xingqiao;
    this.enterprises = enterprises;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    for (int model = 0; model < MODELS.size(); model++) {
      events.addAll(run(model, day, xingqiao.dice("model", day.toEpochDay(), model)));
    }
    if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
      Dice dice = xingqiao.dice("suggestions", day.toEpochDay());
      for (int i = 1; i <= SUGGESTIONS; i++) {
        events.addAll(suggestion("G" + Sender.date(day) + "-" + i, day, dice));
      }
    }
    return events;
  }

  private List<PlannedEvent> run(int model, LocalDate day, Dice dice) {
    String run = "R" + Sender.date(day) + "-" + (model + 1);
    LocalDateTime started = day.atTime(2, 30).plusMinutes(20L * model);
    LocalDateTime ended = started.plusSeconds(dice.between(200, 900));
    boolean failed = dice.chance(0.02);
    int hits = failed ? 0 : dice.poisson(HITS_A_RUN);
    List<PlannedEvent> events = new ArrayList<>();
    events.add(
        Sender.MODELS.tell(
            ended,
            EventType.MODEL_RUN,
            run,
            () -> {
              ObjectNode payload = model(model).put("state", failed ? "failed" : "done");
              payload.put("startedAt", Payload.moment(started)).put("hits", hits);
              payload.putArray("inputs").add("enterprises").add("enforcement_actions");
              return payload.put("rowsRead", enterprises.size());
            }));
    for (int i = 1; i <= hits; i++) {
      events.addAll(hit(run, i, model, ended.plusSeconds(i), dice));
    }
    return events;
  }

  private List<PlannedEvent> hit(String run, int number, int model, LocalDateTime at, Dice dice) {
    Enterprise enterprise = dice.pick(enterprises);
    String id = "H" + run.substring(1) + "-" + number;
    double score = Math.rint(100 * dice.between(0.5, 1.0)) / 100;
    List<PlannedEvent> events = new ArrayList<>();
    events.add(
        Sender.MODELS.tell(
            at,
            EventType.MODEL_HIT,
            id,
            () -> {
              ObjectNode payload = model(model).put("runId", run).put("score", score);
              payload.put("recordKind", "enterprise").put("recordId", enterprise.id());
              payload.putArray("evidence").add(enterprise.id());
              return Sender.place(payload, enterprise.grid(), enterprise.spot());
            }));
    if (dice.chance(0.8)) {
      LocalDateTime checked = xingqiao.dutyHours().after(at, dice.between(200, 3_000));
      String verdict =
          dice.chance(score) ? "confirmed" : dice.chance(0.8) ? "rejected" : "undecided";
      String officer = Sender.officer(enterprise.grid());
      events.add(
          Sender.STREET_APP.tell(
              checked,
              EventType.HIT_VERIFIED,
              id,
              () -> Payload.of("verdict", verdict).put("officer", officer)));
    }
    return events;
  }

  private List<PlannedEvent> suggestion(String id, LocalDate day, Dice dice) {
    DemoGrid grid = dice.pick(xingqiao.grids());
    LocalDateTime at = day.atTime(6, 0).plusMinutes(dice.below(60));
    LocalDateTime decided = xingqiao.dutyHours().after(at, dice.between(300, 2_400));
    boolean accepted = dice.chance(0.6);
    double effect = Math.rint(10 * (4 + 3 * dice.normal())) / 10;
    List<PlannedEvent> events = new ArrayList<>();
    events.add(
        Sender.MODELS.tell(
            at,
            EventType.SUGGESTION_MADE,
            id,
            () -> {
              ObjectNode payload = Payload.of("kind", "extra-patrol").put("title", "增加晚间巡查一轮");
              payload.put("indicator", "M07").put("expectedEffect", 5).put("areaId", grid.id());
              payload.putArray("evidence").add(grid.id());
              return payload.put("dueAt", Payload.moment(at.plusDays(14)));
            }));
    events.add(
        Sender.STREET_APP.tell(
            decided,
            EventType.SUGGESTION_DECIDED,
            id,
            () ->
                Payload.of("decision", accepted ? "accepted" : "rejected")
                    .put("decider", Sender.officer(grid))));
    if (accepted) {
      events.add(
          Sender.MODELS.tell(
              decided.plusDays(28),
              EventType.SUGGESTION_MEASURED,
              id,
              () -> Payload.empty().put("effect", effect).put("windowDays", 28)));
    }
    return events;
  }

  private static ObjectNode model(int model) {
    return Payload.of("modelId", MODELS.get(model))
        .put("modelVersion", "1.0")
        .put("department", DEPARTMENTS.get(model));
  }
}
