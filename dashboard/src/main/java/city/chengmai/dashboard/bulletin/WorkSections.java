package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Moment;
import city.chengmai.dashboard.bulletin.Cell.Rate;
import city.chengmai.dashboard.bulletin.Cell.Words;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.query.BulletinQueries.HandlingRow;
import city.chengmai.dashboard.query.BulletinQueries.PatrolRow;
import city.chengmai.dashboard.query.BulletinQueries.RepeatRow;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import city.chengmai.dashboard.query.MeasureQueries;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was done: handling, overdue cases, patrol, repeats, people's projects. */
final class WorkSections {

  private static final int UNITS = 12;
  private static final int OVERDUE = 10;
  private static final int GRIDS = 12;
  private static final int REPEATS = 10;
  private static final int MILESTONES = 20;
  private static final int LEAST_REPEATS = 3;

  private final Making making;

  WorkSections(Making making) {
    this.making = making;
  }

  /** In time and overdue by unit, the whole first. */
  Section handling() {
    List<HandlingRow> rows = making.queries().handling(making.from(), making.until());
    List<Line> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add(handled("", Naming.message("bulletin.all-units"), rows));
    }
    rows.forEach(row -> lines.add(handled("unit " + row.unit(), unit(row.unit()), List.of(row))));
    return Section.first(
        UNITS + 1, "handling", List.of("unit", "in-time", "due", "closed", "overdue"), lines);
  }

  private static Words unit(String unit) {
    return unit.isEmpty() ? Naming.message("bulletin.no-unit") : Words.name(unit);
  }

  private static Line handled(String key, Words name, List<HandlingRow> rows) {
    long due = rows.stream().mapToLong(HandlingRow::due).sum();
    return Line.of(
        key,
        name,
        Rate.share(rows.stream().mapToLong(HandlingRow::inTime).sum(), due),
        Amount.count(due),
        Amount.count(rows.stream().mapToLong(HandlingRow::closed).sum()),
        Amount.count(rows.stream().mapToLong(HandlingRow::overdue).sum()));
  }

  /** The cases that were overdue longest at the end. */
  Section overdue(CaseQueries cases) {
    List<Line> lines =
        cases.open("", making.until(), true, OVERDUE).stream().map(this::overdue).toList();
    return Section.of("longest-overdue", List.of("case", "category", "grid", "unit", "due"), lines);
  }

  private Line overdue(OpenCaseRow row) {
    return Line.of(
        row.caseId(),
        Words.name(row.caseId()).to("/case/" + PathSegment.of(row.caseId())),
        making.naming().category(row.category()),
        making.naming().area(row.grid()),
        unit(row.unit()),
        new Moment(row.dueAt()));
  }

  /** Rounds planned and walked, the whole first, then the grids that fell behind most. */
  Section patrol() {
    List<PatrolRow> rows = making.queries().patrol(making.from(), making.until());
    List<Line> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add(patrolled("", Naming.message("bulletin.all-grids"), rows));
    }
    rows.forEach(
        row -> lines.add(patrolled(row.grid(), making.naming().area(row.grid()), List.of(row))));
    return Section.first(
        GRIDS + 1, "patrol", List.of("grid", "walked", "coverage", "findings"), lines);
  }

  private static Line patrolled(String key, Words name, List<PatrolRow> rows) {
    double[] coverages =
        rows.stream()
            .map(PatrolRow::coverage)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Cell coverage =
        coverages.length == 0
            ? Naming.message("state.no-data")
            : new Amount(
                100 * java.util.Arrays.stream(coverages).average().orElseThrow(),
                1,
                Rounded.PERCENT);
    return Line.of(
        key,
        name,
        Rate.share(
            rows.stream().mapToLong(PatrolRow::completed).sum(),
            rows.stream().mapToLong(PatrolRow::planned).sum()),
        coverage,
        Amount.count(rows.stream().mapToLong(PatrolRow::findings).sum()));
  }

  /** Places where the same came up at least three times, in a day twice. */
  Section repeats() {
    List<Line> lines =
        making
            .queries()
            .repeats(making.from(), making.until(), making.daily() ? 2 : LEAST_REPEATS)
            .stream()
            .map(this::repeat)
            .toList();
    return Section.first(
        REPEATS, "repeats", List.of("place", "grid", "category", "cases", "open"), lines);
  }

  private Line repeat(RepeatRow row) {
    return Line.of(
        row.grid() + "|" + row.category() + "|" + row.address(),
        Words.name(row.address()),
        making.naming().area(row.grid()),
        making.naming().category(row.category()),
        Amount.count(row.cases()),
        Amount.count(row.open()));
  }

  /** Milestones that were due in the period, reached in it, or late at its end. */
  Section projects(MeasureQueries measures) {
    List<Line> lines =
        measures.milestones(making.until()).stream()
            .filter(this::concerns)
            .map(this::milestone)
            .toList();
    return Section.first(
        MILESTONES, "projects", List.of("milestone", "unit", "due", "stage"), lines);
  }

  private boolean concerns(MilestoneRow row) {
    boolean due =
        row.dueAt() != null
            && !row.dueAt().isBefore(making.from())
            && row.dueAt().isBefore(making.until());
    boolean reached = row.doneAt() != null && !row.doneAt().isBefore(making.from());
    return due || reached || late(row);
  }

  private boolean late(MilestoneRow row) {
    return row.dueAt() != null
        && row.dueAt().isBefore(making.until())
        && row.doneAt() == null
        && !row.stage().equals("dropped");
  }

  private Line milestone(MilestoneRow row) {
    return Line.of(
        row.milestoneId(),
        Words.name(row.name()),
        Words.name(row.unit()),
        row.dueAt() == null ? Cell.NOTHING : new Moment(row.dueAt()),
        Naming.message(late(row) ? "milestone.overdue" : "milestone." + row.stage()));
  }
}
