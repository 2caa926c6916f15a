package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import java.time.Instant;
import java.util.List;

/**
 * Milestones of people's projects: of those due until now the share that is reached, early or late;
 * dropped ones are in neither.
 *
 * @param rate reached of due as a percentage, or a word
 * @param fraction both counts
 * @param inTime reached no later than due, of due
 * @param overdue due and not reached
 * @param all reached of all, whenever due
 */
public record Projects(
    String rate, String fraction, String inTime, String overdue, String all, List<Line> lines) {

  /** A milestone in the table. */
  public record Line(
      String id, String name, String project, String due, String done, Level level, String state) {}

  static Projects of(List<MilestoneRow> all, Instant now, Figures figures) {
    List<MilestoneRow> kept = all.stream().filter(row -> !row.stage().equals("dropped")).toList();
    List<MilestoneRow> due =
        kept.stream().filter(row -> row.dueAt() != null && row.dueAt().isBefore(now)).toList();
    long reached = due.stream().filter(row -> row.doneAt() != null).count();
    long inTime = due.stream().filter(Projects::inTime).count();
    return new Projects(
        due.isEmpty()
            ? figures.messages().text("state.no-data")
            : figures.percent((double) reached / due.size()),
        of(reached, due.size(), figures),
        of(inTime, due.size(), figures),
        figures.count(due.size() - reached),
        of(kept.stream().filter(row -> row.doneAt() != null).count(), kept.size(), figures),
        all.stream().map(row -> line(row, now, figures)).toList());
  }

  private static boolean inTime(MilestoneRow row) {
    return row.doneAt() != null && !row.doneAt().isAfter(row.dueAt());
  }

  private static String of(long part, long whole, Figures figures) {
    return figures.count(part) + " / " + figures.count(whole);
  }

  private static Line line(MilestoneRow row, Instant now, Figures figures) {
    Messages messages = figures.messages();
    String state = state(row, now);
    return new Line(
        row.milestoneId(),
        row.name().isEmpty() ? row.milestoneId() : row.name(),
        row.projectId(),
        figures.fullMoment(row.dueAt()),
        figures.fullMoment(row.doneAt()),
        level(state),
        messages.text("milestone." + state));
  }

  private static String state(MilestoneRow row, Instant now) {
    boolean dated = row.dueAt() != null;
    if (row.stage().equals("reached")) {
      return dated && row.doneAt().isAfter(row.dueAt()) ? "reached-late" : "reached";
    }
    boolean late = dated && row.dueAt().isBefore(now) && !row.stage().equals("dropped");
    return late ? "overdue" : row.stage();
  }

  private static Level level(String state) {
    return switch (state) {
      case "overdue" -> Level.ALARM;
      case "reached-late" -> Level.WARNING;
      case "dropped" -> Level.NONE;
      default -> Level.NORMAL;
    };
  }
}
