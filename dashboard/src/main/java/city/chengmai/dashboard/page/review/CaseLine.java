package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import java.time.Duration;
import java.time.Instant;

/**
 * A case in a list.
 *
 * @param due due time, or a dash
 * @param level how urgent it is
 * @param state in words: overdue by, due in, suspended
 */
public record CaseLine(
    String id,
    String category,
    String description,
    String stage,
    String unit,
    String reported,
    String due,
    Level level,
    String state) {

  private static final Duration SOON = Duration.ofHours(24);

  /** A case as it stands at a moment. */
  public static CaseLine of(OpenCaseRow row, CityModel city, Figures figures, Instant now) {
    Messages messages = figures.messages();
    return new CaseLine(
        row.caseId(),
        city.categoryName(row.category(), messages.language()),
        row.description().isEmpty() ? row.address() : row.description(),
        messages.textOr("stage." + row.stage(), row.stage()),
        row.unit().isEmpty() ? Figures.NONE : row.unit(),
        figures.moment(row.reportedAt()),
        figures.moment(row.dueAt()),
        level(row, now),
        state(row, figures, now));
  }

  private static Level level(OpenCaseRow row, Instant now) {
    if (row.dueAt() == null || row.suspended() == 1 || isOver(row)) {
      return Level.NONE;
    }
    if (row.dueAt().isBefore(now)) {
      return Level.ALARM;
    }
    return row.dueAt().isBefore(now.plus(SOON)) ? Level.WARNING : Level.NORMAL;
  }

  private static boolean isOver(OpenCaseRow row) {
    return row.stage().equals("closed") || row.stage().equals("cancelled");
  }

  private static String state(OpenCaseRow row, Figures figures, Instant now) {
    Messages messages = figures.messages();
    if (isOver(row)) {
      return messages.text("stage." + row.stage());
    }
    if (row.suspended() == 1) {
      return messages.text("case.suspended");
    }
    if (row.dueAt() == null) {
      return messages.text("case.no-due");
    }
    Duration left = Duration.between(now, row.dueAt());
    return messages.text(
        left.isNegative() ? "case.overdue" : "case.due-in", figures.duration(left));
  }
}
