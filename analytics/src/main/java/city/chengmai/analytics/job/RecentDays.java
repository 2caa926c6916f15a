package city.chengmai.analytics.job;

import city.chengmai.datasets.rule.AlertRule;
import java.time.LocalDate;

/** The days of a run that a rule still looks at: its {@code recent-days} before the city's end. */
final class RecentDays {

  private static final String PARAMETER = "recent-days";

  private RecentDays() {}

  static DaySpan of(RunContext run, AlertRule rule) {
    LocalDate from = run.city().endDay().minusDays(Math.round(rule.parameter(PARAMETER)));
    LocalDate first = run.days().from().isAfter(from) ? run.days().from() : from;
    return new DaySpan(first.isAfter(run.days().to()) ? run.days().to() : first, run.days().to());
  }
}
