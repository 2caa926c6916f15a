package city.chengmai.dashboard.page.library;

import city.chengmai.dashboard.library.Cadence;
import city.chengmai.dashboard.library.Condition;
import city.chengmai.dashboard.library.Schedule;
import io.vertx.core.MultiMap;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as its form tells it.
 *
 * @param schedule empty when a field does not fit
 * @param problem message key of what does not fit; empty: nothing
 */
record ScheduleForm(Optional<Schedule> schedule, String problem) {

  /** Levels of its alert, mildest first. */
  static final List<String> SEVERITIES = List.of("notice", "warning", "alarm");

  private static final int LONGEST_NUMBER = 20;

  /**
   * Reads it.
   *
   * @param query the statement
   * @param edition of the statement that is to run
   */
  static ScheduleForm of(MultiMap fields, String query, int edition) {
    try {
      Optional<Cadence> cadence = cadence(fields);
      if (cadence.isEmpty()) {
        return refused("cadence");
      }
      Optional<Condition> condition = condition(fields);
      if (condition.isEmpty()) {
        return refused("bound");
      }
      String severity = text(fields, "severity");
      int streak = number(fields, "streak");
      if (streak < 1 || streak > Schedule.LONGEST_STREAK || !SEVERITIES.contains(severity)) {
        return refused("alert");
      }
      return new ScheduleForm(
          Optional.of(
              new Schedule(
                  query,
                  1,
                  edition,
                  true,
                  cadence.get(),
                  condition.get(),
                  streak,
                  severity,
                  "",
                  Instant.EPOCH)),
          "");
    } catch (NumberFormatException notOurPage) {
      return refused("number");
    }
  }

  private static Optional<Cadence> cadence(MultiMap fields) {
    Optional<Cadence.Kind> kind = Cadence.Kind.of(text(fields, "cadence"));
    String at = text(fields, "at");
    String weekday = text(fields, "weekday");
    if (kind.isEmpty() || !weekday.matches("[1-7]") || !at.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      return Optional.empty();
    }
    boolean interval = kind.get() == Cadence.Kind.MINUTES || kind.get() == Cadence.Kind.HOURS;
    int every = interval ? number(fields, "every") : 1;
    int fewest = kind.get() == Cadence.Kind.MINUTES ? Cadence.FEWEST_MINUTES : 1;
    return every < fewest || every > Cadence.MOST
        ? Optional.empty()
        : Optional.of(
            new Cadence(
                kind.get(), every, LocalTime.parse(at), DayOfWeek.of(Integer.parseInt(weekday))));
  }

  private static Optional<Condition> condition(MultiMap fields) {
    Optional<Condition.Kind> kind = Condition.Kind.of(text(fields, "condition"));
    if (kind.isEmpty() || kind.get() == Condition.Kind.NONE) {
      return kind.map(none -> Condition.NONE);
    }
    String given = text(fields, "bound");
    double bound = given.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(given);
    boolean counts = new Condition(kind.get(), 0).countsRows();
    boolean fits =
        Double.isFinite(bound)
            && (!counts || (bound >= 0 && bound < 10_000 && bound == Math.rint(bound)));
    return fits ? Optional.of(new Condition(kind.get(), bound)) : Optional.empty();
  }

  private static int number(MultiMap fields, String name) {
    return Integer.parseInt(text(fields, name));
  }

  private static String text(MultiMap fields, String name) {
    return Optional.ofNullable(fields.get(name)).orElse("").strip();
  }

  private static ScheduleForm refused(String what) {
    return new ScheduleForm(Optional.empty(), "schedule.bad." + what);
  }
}
