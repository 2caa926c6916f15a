package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Editions of bulletins, and the figures that they are made from. */
public final class BulletinQueries {

  /** An edition; the components are the columns of the table. */
  public record EditionRow(
      String bulletinId,
      int edition,
      String editionId,
      int basedOn,
      String state,
      String actor,
      String opening,
      Map<String, String> notes,
      String figures,
      String changes,
      int published,
      Instant dataAsOf,
      Instant madeAt) {}

  /**
   * A step of a bulletin.
   *
   * @param holds 0 when another of the same number was a moment earlier
   */
  public record StepRow(
      int edition, String editionId, String state, String actor, Instant madeAt, int holds) {}

  /** The latest edition of a bulletin in a list. */
  public record ListedRow(
      String bulletinId,
      String kind,
      LocalDate firstDay,
      LocalDate endDay,
      int edition,
      String state,
      String actor,
      int published,
      Instant dataAsOf,
      Instant madeAt) {}

  /** Counts of a period; open and overdue at its end. */
  public record CountsRow(
      long reported,
      long closed,
      long open,
      long overdue,
      long orders,
      long reopened,
      long unlocated) {}

  /**
   * A value of the city.
   *
   * @param day first day of the week or month, or the day
   */
  public record ValueRow(
      String indicator,
      LocalDate day,
      double numerator,
      double denominator,
      Double value,
      String state,
      Instant dataAsOf) {}

  /** Cases of an hour or a day. */
  public record CourseRow(Instant at, long reported, long closed) {}

  /** An overall score of a grid. */
  public record ScoreRow(
      String areaId,
      LocalDate day,
      Double score,
      String grade,
      String peerGroup,
      Integer rank,
      int peers,
      Instant dataAsOf) {}

  /** What an indicator gave to the overall score of a grid. */
  public record PointsRow(
      String areaId, LocalDate day, String indicator, Double value, double points) {}

  /**
   * What a unit had to do.
   *
   * @param due cases whose due time fell into the period
   * @param inTime of them, closed by it
   * @param overdue open past their due time at the end
   */
  public record HandlingRow(String unit, long due, long inTime, long closed, long overdue) {}

  /**
   * Patrol rounds of a grid.
   *
   * @param coverage mean share of the track of completed rounds; null without any
   */
  public record PatrolRow(
      String grid, long planned, long completed, Double coverage, long findings) {}

  /** A place where the same came up again. */
  public record RepeatRow(String grid, String category, String address, long cases, long open) {}

  /** A published value that changed. */
  public record RestatedRow(
      String areaId,
      String measure,
      String period,
      LocalDate day,
      Double oldValue,
      Double newValue,
      String oldState,
      String newState,
      String reason,
      Instant restatedAt,
      long total) {}

  /** An edition that was given out. */
  public record PublishedRow(String bulletinId, int edition, Instant madeAt) {}

  /**
   * A case that was closed and came back.
   *
   * @param times in the period
   * @param closed 1 when it was closed again at its end
   * @param total how many there are, also those that are left out
   */
  public record ReopenedRow(
      String caseId,
      String category,
      String grid,
      String unit,
      long times,
      Instant lastAt,
      int closed,
      long total) {}

  /**
   * What a joint conference decided about a case.
   *
   * @param closed 1 when the case was closed at the moment asked for
   */
  public record DecisionRow(
      String caseId, String category, String unit, String outcome, Instant decidedAt, int closed) {}

  private record ReachRow(LocalDate day) {}

  private final Store store;

  /** Questions to this store. */
  public BulletinQueries(Store store) {
    this.store = store;
  }

  /** All steps of a bulletin, latest first. */
  public List<StepRow> steps(String bulletin) {
    return store.rows("bulletin-steps", StepRow.class, Map.of("bulletin", bulletin));
  }

  /** The latest edition. */
  public Optional<EditionRow> latest(String bulletin) {
    return edition(bulletin, 0);
  }

  /**
   * An edition that holds.
   *
   * @param number 0 for the latest
   */
  public Optional<EditionRow> edition(String bulletin, int number) {
    return store.row(
        "bulletin-edition", EditionRow.class, Map.of("bulletin", bulletin, "edition", number));
  }

  /** The latest editions of all bulletins of a kind and a state, latest period first. */
  public List<ListedRow> list(String kind, String state) {
    return store.rows("bulletins", ListedRow.class, Map.of("kind", kind, "state", state));
  }

  /** Editions given out since a moment of the city's clock, earliest first. */
  public List<PublishedRow> published(Instant since) {
    return store.rows("bulletin-published", PublishedRow.class, Map.of("since", since));
  }

  /** Counts of a time. */
  public CountsRow counts(Instant from, Instant until) {
    return store
        .row("bulletin-counts", CountsRow.class, Map.of("from", from, "until", until))
        .orElseThrow();
  }

  /**
   * Values of an area.
   *
   * @param period day, week or month
   */
  public List<ValueRow> values(String area, String period, Collection<LocalDate> days) {
    return store.rows(
        "bulletin-values", ValueRow.class, Map.of("area", area, "period", period, "days", days));
  }

  /** Cases by hour or by day, each of them, also those without any. */
  public List<CourseRow> course(Instant from, Instant until, ZoneId zone, boolean hours) {
    return store.rows(
        "bulletin-course",
        CourseRow.class,
        Map.of("from", from, "until", until, "zone", zone.getId(), "hours", hours ? 1 : 0));
  }

  /** Overall scores of these days. */
  public List<ScoreRow> scores(Collection<LocalDate> days) {
    return store.rows("bulletin-scores", ScoreRow.class, Map.of("days", days));
  }

  /** What the indicators gave to the overall scores of these areas on these days. */
  public List<PointsRow> points(Collection<String> areas, Collection<LocalDate> days) {
    return store.rows("bulletin-points", PointsRow.class, Map.of("areas", areas, "days", days));
  }

  /** What each unit had to do, most first. */
  public List<HandlingRow> handling(Instant from, Instant until) {
    return store.rows("bulletin-handling", HandlingRow.class, Map.of("from", from, "until", until));
  }

  /** Patrol rounds by grid. */
  public List<PatrolRow> patrol(Instant from, Instant until) {
    return store.rows("bulletin-patrol", PatrolRow.class, Map.of("from", from, "until", until));
  }

  /** Places with at least so many cases of one category, most first. */
  public List<RepeatRow> repeats(Instant from, Instant until, int least) {
    return store.rows(
        "bulletin-repeats", RepeatRow.class, Map.of("from", from, "until", until, "least", least));
  }

  /** Corrections of published values that were made in a time, the city's and the largest first. */
  public List<RestatedRow> restated(Instant from, Instant until, int most) {
    return store.rows(
        "bulletin-restated",
        RestatedRow.class,
        Map.of("from", from, "until", until, "limit", most));
  }

  /** Cases that came back in a time, at most so many. */
  public List<ReopenedRow> reopened(Instant from, Instant until, int most) {
    return store.rows(
        "bulletin-reopened",
        ReopenedRow.class,
        Map.of("from", from, "until", until, "limit", most));
  }

  /** Accepted suggestions that were measured from after the first day to the day after the last. */
  public List<SuggestionQueries.SuggestedRow> outcomes(LocalDate first, LocalDate end) {
    return store.rows(
        "bulletin-outcomes",
        SuggestionQueries.SuggestedRow.class,
        Map.of("first", first, "end", end));
  }

  /** What joint conferences decided in a time, as it stands at a later moment. */
  public List<DecisionRow> decisions(Instant from, Instant until, Instant now) {
    return store.rows(
        "bulletin-decisions", DecisionRow.class, Map.of("from", from, "until", until, "now", now));
  }

  /** The last day that analytics has computed; empty while there is none. */
  public Optional<LocalDate> reach() {
    return store
        .row("bulletin-reach", ReachRow.class, Map.of())
        .map(ReachRow::day)
        .filter(day -> day.toEpochDay() > 0);
  }
}
