package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.EmpowermentQueries.EffortRow;
import city.chengmai.dashboard.query.EmpowermentQueries.TimeRow;
import java.util.Optional;

/**
 * Time that a model saves (节省时间), against finding as many true matters by hand: those confirmed
 * times what its department says that one takes by hand, less the checks times what a check took on
 * the mean. Nothing is said while the department has told nothing, or too few checks were timed.
 *
 * @param text hours with their sign, or why there are none
 * @param of how they are made; empty without
 * @param told whether there is a figure
 */
public record TimeSaved(String text, String of, boolean told) {

  /** Timed checks below which no mean is taken. */
  static final int SMALLEST = 5;

  private static final double MINUTES = 60;

  /**
   * Of a model.
   *
   * @param checks within the time that is looked at; empty without any
   * @param effort what its department told last
   */
  static TimeSaved of(Optional<TimeRow> checks, Optional<EffortRow> effort, Figures figures) {
    Messages messages = figures.messages();
    if (effort.isEmpty()) {
      return new TimeSaved(
          messages.text("state.no-data"), messages.text("models.time-unknown"), false);
    }
    long timed = checks.map(TimeRow::timed).orElse(0L);
    if (timed < SMALLEST) {
      return new TimeSaved(
          messages.text(timed == 0 ? "state.no-data" : "state.insufficient"),
          messages.text("models.time-untimed", figures.count(timed), SMALLEST),
          false);
    }
    TimeRow row = checks.get();
    double mean = (double) row.minutes() / timed;
    double saved = row.confirmed() * effort.get().minutes() - row.checked() * mean;
    return new TimeSaved(
        messages.text("value.hours", figures.signed(saved / MINUTES, 1)),
        messages.text(
            "models.time-made",
            figures.count(row.confirmed()),
            figures.count(effort.get().minutes()),
            figures.count(row.checked()),
            figures.number(mean, 1),
            figures.count(timed)),
        true);
  }
}
