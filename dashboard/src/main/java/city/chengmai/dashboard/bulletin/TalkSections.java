package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Change;
import city.chengmai.dashboard.bulletin.Cell.Moment;
import city.chengmai.dashboard.bulletin.Cell.Rate;
import city.chengmai.dashboard.bulletin.Cell.Words;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.page.suggestion.HitRate;
import city.chengmai.dashboard.query.BulletinQueries.DecisionRow;
import city.chengmai.dashboard.query.BulletinQueries.ReopenedRow;
import city.chengmai.dashboard.query.BulletinQueries.ValueRow;
import city.chengmai.dashboard.query.MeasureQueries;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import city.chengmai.dashboard.query.SuggestionQueries.SuggestedRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a monthly talk meeting (月谈会) talks about, failures among it: figures that fell back,
 * closures that did not hold, suggestions that did not bring what they promised, and promises
 * beside what came.
 */
final class TalkSections {

  private static final int WORST = 10;
  private static final int REOPENED = 15;
  private static final int PROMISES = 30;
  private static final double SMALLEST = 1e-9;
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private final Making making;

  TalkSections(Making making) {
    this.making = making;
  }

  /** A figure of the city that went the wrong way, and by which part of its value before. */
  private record Fall(Indicator indicator, Rate now, Rate before, double part) {}

  /** Figures that went the wrong way, by the part of their value before, the largest first. */
  Section worst(List<ValueRow> values) {
    List<Fall> falls = new ArrayList<>();
    for (Indicator indicator : CATALOGUE.indicators()) {
      Rate now = KeyFigures.rate(indicator, values, making.period().first());
      Rate before = KeyFigures.rate(indicator, values, making.period().before().first());
      if (indicator.direction() != Direction.CONTEXT
          && now.value() != null
          && before.value() != null) {
        double fall = now.value() - before.value();
        double wrong = indicator.direction() == Direction.HIGHER_IS_BETTER ? -fall : fall;
        if (wrong > SMALLEST) {
          double part = wrong / Math.max(Math.abs(before.value()), SMALLEST);
          falls.add(new Fall(indicator, now, before, part));
        }
      }
    }
    falls.sort(
        Comparator.comparingDouble(Fall::part)
            .reversed()
            .thenComparing(one -> one.indicator().id()));
    return Section.first(
        WORST,
        "talk-worst",
        List.of("figure", "now", "before", "change"),
        falls.stream().map(TalkSections::fall).toList());
  }

  private static Line fall(Fall fall) {
    return Line.of(
        fall.indicator().id(),
        Naming.indicator(fall.indicator().id()),
        fall.now(),
        fall.before(),
        KeyFigures.change(fall.now(), fall.before()));
  }

  /** Cases that were closed and came back in the month. */
  Section reopened() {
    List<ReopenedRow> rows = making.queries().reopened(making.from(), making.until(), REOPENED);
    List<Line> lines = rows.stream().map(this::reopened).toList();
    int total = rows.isEmpty() ? 0 : Math.toIntExact(rows.get(0).total());
    return new Section(
        "talk-reopened",
        List.of("case", "category", "grid", "unit", "times", "reopened-at", "standing"),
        lines,
        total - lines.size());
  }

  private Line reopened(ReopenedRow row) {
    return Line.of(
        row.caseId(),
        Words.name(row.caseId()).to("/case/" + PathSegment.of(row.caseId())),
        making.naming().category(row.category()),
        making.naming().area(row.grid()),
        unit(row.unit()),
        Amount.count(row.times()),
        new Moment(row.lastAt()),
        Naming.message(row.closed() == 1 ? "bulletin.talk.closed-again" : "bulletin.talk.open"));
  }

  private static Words unit(String unit) {
    return unit.isEmpty() ? Naming.message("bulletin.no-unit") : Words.name(unit);
  }

  /** Accepted suggestions that were measured in the month, those that failed first. */
  Section suggestions() {
    List<Line> lines =
        making.queries().outcomes(making.period().first(), making.period().end()).stream()
            .sorted(Comparator.comparing(HitRate::keptItsWord))
            .map(this::outcome)
            .toList();
    return Section.first(
        PROMISES,
        "talk-suggestions",
        List.of("suggestion", "grid", "expected-change", "measured-change", "kept"),
        lines);
  }

  private Line outcome(SuggestedRow row) {
    return Line.of(
        row.measureId(),
        Naming.message("suggestions.kind." + row.kind()).to("/suggestions"),
        making.naming().area(row.areaId()),
        new Change(row.expected(), 1, Rounded.COUNT),
        new Change(row.effect(), 1, Rounded.COUNT),
        Naming.message(HitRate.keptItsWord(row) ? "bulletin.talk.kept" : "bulletin.talk.not-kept"));
  }

  /**
   * Milestones that fell due in the month, and what joint conferences decided in the month before:
   * what did not come first.
   */
  Section promises(MeasureQueries measures) {
    List<Line> failed = new ArrayList<>();
    List<Line> came = new ArrayList<>();
    for (MilestoneRow row : measures.milestones(making.until())) {
      if (concerns(row)) {
        (inTime(row) ? came : failed).add(milestone(row));
      }
    }
    Period before = making.period().before();
    for (DecisionRow row :
        making.queries().decisions(before.from(making.zone()), making.from(), making.until())) {
      (row.closed() == 1 ? came : failed).add(decision(row));
    }
    failed.addAll(came);
    return Section.first(
        PROMISES, "talk-promises", List.of("promise", "unit", "promised-at", "came"), failed);
  }

  private boolean concerns(MilestoneRow row) {
    return row.dueAt() != null
        && !row.stage().equals("dropped")
        && !row.dueAt().isBefore(making.from())
        && row.dueAt().isBefore(making.until());
  }

  private static boolean inTime(MilestoneRow row) {
    return row.doneAt() != null && !row.doneAt().isAfter(row.dueAt());
  }

  private static Line milestone(MilestoneRow row) {
    String state = inTime(row) ? "reached" : row.doneAt() == null ? "overdue" : "reached-late";
    return Line.of(
        "milestone " + row.milestoneId(),
        Words.name(row.name().isEmpty() ? row.milestoneId() : row.name()).to("/measures"),
        unit(row.unit()),
        new Moment(row.dueAt()),
        Naming.message("milestone." + state));
  }

  private static Line decision(DecisionRow row) {
    return Line.of(
        "decision " + row.caseId(),
        Naming.message(
                "bulletin.talk.decision", Words.name(row.caseId()), Words.name(row.outcome()))
            .to("/case/" + PathSegment.of(row.caseId())),
        unit(row.unit()),
        new Moment(row.decidedAt()),
        Naming.message(row.closed() == 1 ? "bulletin.talk.done" : "bulletin.talk.open"));
  }
}
