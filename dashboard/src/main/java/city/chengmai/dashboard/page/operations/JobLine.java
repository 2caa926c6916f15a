package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.SelfQueries.JobRow;

/**
 * A job of analytics with its last run.
 *
 * @param took how long it took; a dash while it runs
 * @param usual median of earlier good runs
 */
public record JobLine(
    String name,
    boolean good,
    String state,
    String startedAt,
    String took,
    String usual,
    String rows,
    String failures,
    String message) {

  private static final String FAILED = "failed";

  static JobLine of(JobRow row, Figures figures) {
    Messages messages = figures.messages();
    return new JobLine(
        row.job(),
        !row.state().equals(FAILED),
        messages.textOr("operations.job." + row.state(), row.state()),
        figures.fullMoment(row.startedAt()),
        Bytes.seconds(row.millis() == null ? null : row.millis().doubleValue(), figures),
        Bytes.seconds(row.usualMillis(), figures),
        row.millis() == null ? Figures.NONE : figures.count(row.written()),
        messages.text("operations.of", figures.count(row.failures()), figures.count(row.runs())),
        row.message());
  }
}
