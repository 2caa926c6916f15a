package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Change;
import city.chengmai.dashboard.bulletin.Cell.Words;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.BulletinQueries.PointsRow;
import city.chengmai.dashboard.query.BulletinQueries.ScoreRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Grids that moved most with why, and where grids stand within their type. */
final class GridSections {

  /** The score that earns the best grade. */
  static final double TARGET = 90;

  private static final int MOVERS = 5;
  private static final int REASONS = 3;
  private static final double NOTICEABLE = 0.05;

  /** A grid with scores on both days. */
  private record Moved(ScoreRow before, ScoreRow now) {
    double change() {
      return Rounded.to(now.score(), 1) - Rounded.to(before.score(), 1);
    }
  }

  private final Making making;
  private final List<ScoreRow> now;
  private final List<Moved> moved = new ArrayList<>();
  private final Map<String, Map<String, List<PointsRow>>> points = new HashMap<>();

  GridSections(Making making) {
    this.making = making;
    LocalDate last = making.period().last();
    Optional<LocalDate> before = making.before().map(Period::last);
    List<LocalDate> days = Stream.concat(before.stream(), Stream.of(last)).toList();
    List<ScoreRow> scores =
        making.queries().scores(days).stream().filter(this::isBaseGrid).toList();
    this.now = scores.stream().filter(row -> row.day().equals(last)).toList();
    before.ifPresent(
        day ->
            now.stream().filter(row -> row.score() != null).forEach(row -> pair(row, scores, day)));
  }

  private void pair(ScoreRow row, List<ScoreRow> scores, LocalDate before) {
    scores.stream()
        .filter(one -> one.day().equals(before) && one.areaId().equals(row.areaId()))
        .filter(one -> one.score() != null)
        .forEach(one -> moved.add(new Moved(one, row)));
  }

  private boolean isBaseGrid(ScoreRow row) {
    return making.naming().city().area(row.areaId()).filter(CityModel::isBaseGrid).isPresent();
  }

  /** All base grids with a row of the last day. */
  List<ScoreRow> scores() {
    return now;
  }

  /** The grids whose score rose most. */
  Section improved() {
    return movers("improved", Comparator.comparingDouble(one -> -one.change()), 1);
  }

  /** The grids whose score fell most. */
  Section worsened() {
    return movers("worsened", Comparator.comparingDouble(Moved::change), -1);
  }

  private Section movers(String id, Comparator<Moved> order, int sign) {
    List<Moved> told =
        moved.stream()
            .filter(one -> sign * one.change() >= NOTICEABLE)
            .sorted(order.thenComparing(one -> one.now().areaId()))
            .limit(MOVERS)
            .toList();
    readPoints(told);
    return Section.of(
        id,
        List.of("grid", "type", "score-now", "score-before", "change", "why"),
        told.stream().map(one -> mover(one, sign)).toList());
  }

  private void readPoints(List<Moved> told) {
    if (told.isEmpty()) {
      return;
    }
    List<String> grids = told.stream().map(one -> one.now().areaId()).toList();
    List<LocalDate> days = List.of(told.get(0).before().day(), told.get(0).now().day());
    for (PointsRow row : making.queries().points(grids, days)) {
      points
          .computeIfAbsent(row.areaId(), grid -> new HashMap<>())
          .computeIfAbsent(row.indicator(), indicator -> new ArrayList<>())
          .add(row);
    }
  }

  private Line mover(Moved one, int sign) {
    return Line.of(
        one.now().areaId(),
        making.naming().area(one.now().areaId()),
        Naming.gridType(one.now().peerGroup()),
        new Amount(one.now().score(), 1, Rounded.POINTS),
        new Amount(one.before().score(), 1, Rounded.POINTS),
        new Change(one.change(), 1, Rounded.POINTS),
        why(one, sign));
  }

  /** The indicators that moved the score most in its direction, with their points. */
  private Words why(Moved one, int sign) {
    Map<String, Double> gained = new HashMap<>();
    points
        .getOrDefault(one.now().areaId(), Map.of())
        .forEach((indicator, rows) -> gained.put(indicator, gain(rows, one)));
    List<Words> reasons =
        gained.entrySet().stream()
            .filter(entry -> sign * entry.getValue() >= NOTICEABLE)
            .sorted(
                Comparator.<Map.Entry<String, Double>>comparingDouble(
                        entry -> -sign * entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(REASONS)
            .map(entry -> reason(entry.getKey(), entry.getValue()))
            .toList();
    return reasons.stream()
        .reduce(
            (left, right) ->
                new Words(left.zh() + "；" + right.zh(), left.en() + "; " + right.en(), ""))
        .orElseGet(() -> Naming.message("bulletin.why-none"));
  }

  private static double gain(List<PointsRow> rows, Moved one) {
    double gain = 0;
    for (PointsRow row : rows) {
      gain += row.day().equals(one.now().day()) ? row.points() : -row.points();
    }
    return gain;
  }

  private static Words reason(String indicator, double gain) {
    double shown = Rounded.to(gain, 1);
    String sign = shown < 0 ? "−" : "+";
    String number = sign + Math.abs(shown);
    Words name = Naming.indicator(indicator);
    return new Words(name.zh() + " " + number, name.en() + " " + number, "");
  }

  /** Every grid within its type; those without a score last. */
  Section ranking() {
    List<Line> lines = new ArrayList<>();
    now.stream()
        .map(row -> type(row.peerGroup()))
        .distinct()
        .sorted()
        .forEach(type -> lines.addAll(ranked(type)));
    return Section.of(
        "ranking", List.of("grid", "type", "rank", "score", "grade", "to-target"), lines);
  }

  private List<Line> ranked(String type) {
    List<ScoreRow> rows =
        now.stream()
            .filter(row -> type(row.peerGroup()).equals(type))
            .sorted(
                Comparator.<ScoreRow>comparingDouble(row -> row.score() == null ? 1 : -row.score())
                    .thenComparing(ScoreRow::areaId))
            .toList();
    return rows.stream().map(row -> place(row, rows)).toList();
  }

  private Line place(ScoreRow row, List<ScoreRow> rows) {
    Words grid = making.naming().area(row.areaId());
    Words type = Naming.gridType(row.peerGroup());
    if (row.score() == null) {
      Words state = Naming.message("state.insufficient");
      return Line.of(row.areaId(), grid, type, Cell.NOTHING, state, Cell.NOTHING, Cell.NOTHING);
    }
    double score = Rounded.to(row.score(), 1);
    long better =
        rows.stream()
            .filter(other -> other.score() != null && Rounded.to(other.score(), 1) > score)
            .count();
    return Line.of(
        row.areaId(),
        grid,
        type,
        Amount.count(better + 1),
        new Amount(score, 1, Rounded.POINTS),
        Words.name(row.grade()),
        new Change(score - TARGET, 1, Rounded.POINTS));
  }

  static String type(String group) {
    int slash = group.indexOf('/');
    return slash < 0 ? group : group.substring(0, slash);
  }

  /** The latest time that scores are good up to. */
  Optional<java.time.Instant> dataAsOf() {
    return now.stream().map(ScoreRow::dataAsOf).max(Comparator.naturalOrder());
  }
}
