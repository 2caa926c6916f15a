package city.chengmai.analytics.job;

import city.chengmai.analytics.model.alert.Finding;
import city.chengmai.analytics.model.alert.FindingGroups;
import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gives the findings of a rule their groups, going on from what the table holds. */
final class AlertGroups {

  // Weeks are about seven days, and a day of the run may continue one that ended before it.
  private static final int LOOK_BACK_DAYS = 8;

  private final RunContext run;
  private final AlertRule rule;
  private final String whole;

  /** Groups of a rule; {@code whole} is the area that contains all others, empty for none. */
  AlertGroups(RunContext run, AlertRule rule, String whole) {
    this.run = run;
    this.rule = rule;
    this.whole = whole;
  }

  /** The rows with their groups, where a run judges all of its days. */
  List<AlertRow> of(List<AlertRow> rows, DaySpan days) {
    return of(rows, days, row -> false);
  }

  /**
   * The rows with their groups.
   *
   * @param left whether a row of these days stands as it is
   */
  List<AlertRow> of(List<AlertRow> rows, DaySpan days, Predicate<AlertRow> left) {
    int quiet = (int) Math.round(rule.parameter("quiet-days"));
    FindingGroups groups = new FindingGroups(rule.id(), whole, quiet);
    DaySpan before = new DaySpan(days.from().minusDays(quiet + (long) LOOK_BACK_DAYS), days.from());
    Stream.concat(
            AlertBook.standing(run, rule.id(), before).rows().stream(),
            AlertBook.standing(run, rule.id(), days).rows().stream().filter(left))
        .filter(row -> !row.text("group_id").isEmpty())
        .forEach(row -> groups.known(finding(row), row.text("group_id")));
    Map<String, String> found = groups.of(rows.stream().map(this::finding).toList());
    return rows.stream().map(row -> row.with("group_id", found.get(row.id()))).toList();
  }

  private Finding finding(AlertRow row) {
    ZoneId zone = run.city().zone();
    LocalDate first = row.periodStart().atZone(zone).toLocalDate();
    LocalDate last = row.periodEnd().minusMillis(1).atZone(zone).toLocalDate();
    String subject = row.text("subject");
    return new Finding(
        row.id(),
        subject.isEmpty() ? row.text("area_id") : subject,
        row.text("category"),
        first,
        last);
  }
}
