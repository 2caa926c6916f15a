package city.chengmai.dashboard.page.library;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.library.Cadence;
import city.chengmai.dashboard.library.Condition;
import city.chengmai.dashboard.library.RunVerdict;
import city.chengmai.dashboard.library.Schedule;
import city.chengmai.dashboard.library.StatementRun;
import city.chengmai.dashboard.page.desk.ScheduledRunner;
import city.chengmai.dashboard.query.ScheduleQueries.CountRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The schedule of a kept statement on its page, with its latest runs. */
final class ScheduleView {

  /** Runs that the page lists. */
  static final int RUNS = 20;

  /** Runs of so long are counted. */
  static final Duration COUNTED = Duration.ofDays(7);

  /** Something to choose. */
  public record Choice(String key, String name, boolean chosen) {}

  /** A run. */
  public record RunLine(
      String due,
      String took,
      String rows,
      String value,
      String verdict,
      String verdictKey,
      String why,
      String detail,
      int edition) {}

  /** What the page shows of a schedule. */
  record Content(Optional<Schedule> schedule, List<StatementRun> runs, CountRow count) {}

  private final Figures figures;
  private final Messages messages;
  private final Instant now;

  /**
   * A view.
   *
   * @param now real time
   */
  ScheduleView(Figures figures, Instant now) {
    this.figures = figures;
    this.messages = figures.messages();
    this.now = now;
  }

  Map<String, Object> model(Content content) {
    Optional<Schedule> schedule = content.schedule();
    boolean on = schedule.filter(Schedule::on).isPresent();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("on", on);
    model.put("number", schedule.map(Schedule::number).orElse(0));
    model.put("edition", schedule.map(Schedule::queryEdition).orElse(0));
    model.put("by", schedule.map(Schedule::actor).orElse(""));
    model.put("words", schedule.filter(Schedule::on).map(this::words).orElse(""));
    model.put(
        "next",
        schedule
            .filter(Schedule::on)
            .map(one -> one.cadence().next(one.madeAt(), now, figures.zone()))
            .map(figures::fullMoment)
            .orElse(""));
    fields(model, schedule);
    model.put("zone", figures.zone().getId());
    model.put("runs", content.runs().stream().map(this::line).toList());
    model.put("counted", figures.count(content.count().runs()));
    model.put("failed", content.count().failed());
    model.put("failedText", figures.count(content.count().failed()));
    return model;
  }

  private void fields(Map<String, Object> model, Optional<Schedule> schedule) {
    Optional<Cadence> cadence = schedule.map(Schedule::cadence);
    Optional<Condition> condition = schedule.map(Schedule::condition);
    String kind = cadence.map(Cadence::kind).orElse(Cadence.Kind.DAILY).wireName();
    model.put(
        "cadences",
        choices(
            "schedule.cadence.",
            Arrays.stream(Cadence.Kind.values()).map(Cadence.Kind::wireName).toList(),
            kind));
    model.put("every", cadence.filter(one -> one.every() > 1).map(Cadence::every).orElse(30));
    model.put("at", cadence.map(one -> one.at().toString()).orElse("08:00"));
    model.put(
        "weekdays",
        choices(
            "schedule.weekday.",
            IntStream.rangeClosed(1, 7).mapToObj(String::valueOf).toList(),
            String.valueOf(cadence.map(one -> one.day().getValue()).orElse(1))));
    model.put(
        "conditions",
        choices(
            "schedule.condition.",
            Arrays.stream(Condition.Kind.values()).map(Condition.Kind::wireName).toList(),
            condition.map(Condition::kind).orElse(Condition.Kind.ROWS_ABOVE).wireName()));
    model.put("bound", condition.map(Condition::shownBound).orElse("0"));
    model.put("streak", schedule.map(Schedule::streak).orElse(1));
    model.put(
        "severities",
        choices(
            "severity.",
            ScheduleForm.SEVERITIES,
            schedule.map(Schedule::severity).orElse("notice")));
  }

  private String words(Schedule schedule) {
    Cadence cadence = schedule.cadence();
    String when =
        messages.text(
            "schedule.when." + cadence.kind().wireName(),
            cadence.every(),
            cadence.at().toString(),
            messages.text("schedule.weekday." + cadence.day().getValue()));
    if (!schedule.alerts()) {
      return when;
    }
    String what =
        messages.text(
            "schedule.alert",
            messages.text("schedule.condition." + schedule.condition().kind().wireName()),
            schedule.condition().shownBound(),
            schedule.streak(),
            messages.text("severity." + schedule.severity()));
    return messages.text("schedule.both", when, what);
  }

  private RunLine line(StatementRun run) {
    boolean failed = run.verdict() == RunVerdict.FAILED;
    return new RunLine(
        figures.fullMoment(run.dueAt()),
        messages.text("schedule.seconds", figures.amount(run.milliseconds() / 1000.0)),
        failed ? Figures.NONE : figures.count(run.result().rows()),
        run.result().value().map(figures::amount).orElse(Figures.NONE),
        messages.text("schedule.verdict." + run.verdict().wireName()),
        run.verdict().wireName(),
        failed ? ScheduledRunner.sentence(run.result(), messages) : "",
        run.result().detail(),
        run.queryEdition());
  }

  private List<Choice> choices(String prefix, List<String> keys, String chosen) {
    return keys.stream()
        .map(key -> new Choice(key, messages.text(prefix + key), key.equals(chosen)))
        .toList();
  }
}
