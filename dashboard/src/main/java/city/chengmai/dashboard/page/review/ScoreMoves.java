package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.StandingQueries.ChangeRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What moved the overall score: the rows that moved most, and the others together, so that the
 * shown points add up to the shown change.
 *
 * @param since the day compared with
 * @param before score of that day
 * @param now score now
 * @param change points with sign
 * @param moves rows that moved most, the strongest first
 * @param others points of all other rows, empty when there are none
 */
public record ScoreMoves(
    String since, String before, String now, String change, List<Move> moves, String others) {

  private static final int SHOWN = 5;

  /**
   * What an indicator moved.
   *
   * @param values value then and now
   * @param weight points that came of its weight, empty when none did
   * @param gain whether the score rose by it
   */
  public record Move(
      String indicator, String name, String points, String values, String weight, boolean gain) {}

  /** The moves of the overall score; empty without a score on both days. */
  static Optional<ScoreMoves> of(Portrait portrait, IndicatorWords words, Figures figures) {
    List<ChangeRow> rows =
        portrait.changes().stream()
            .filter(row -> row.dimension().equals(Portrait.OVERALL))
            .sorted(Comparator.comparingDouble(row -> -Math.abs(row.points())))
            .toList();
    Double now = portrait.score(Portrait.OVERALL).map(PortraitRow::score).orElse(null);
    if (rows.isEmpty() || now == null) {
      return Optional.empty();
    }
    double change = rows.stream().mapToDouble(ChangeRow::points).sum();
    List<ChangeRow> shown = rows.subList(0, Math.min(SHOWN, rows.size()));
    double told = shown.stream().mapToDouble(row -> tenth(row.points())).sum();
    return Optional.of(
        new ScoreMoves(
            figures.day(rows.get(0).since()),
            figures.number(tenth(now) - tenth(change), 1),
            figures.number(tenth(now), 1),
            figures.signed(tenth(change), 1),
            shown.stream().map(row -> move(row, words, figures)).toList(),
            rows.size() <= SHOWN && tenth(change) == tenth(told)
                ? ""
                : figures.signed(tenth(tenth(change) - told), 1)));
  }

  private static Move move(ChangeRow row, IndicatorWords words, Figures figures) {
    boolean weighed = Math.abs(row.weightPoints()) >= 0.05;
    return new Move(
        row.indicator(),
        words.name(row.indicator()),
        figures.signed(tenth(row.points()), 1),
        figures
            .messages()
            .text(
                "moves.values",
                words.value(row.indicator(), row.valueBefore()),
                words.value(row.indicator(), row.valueNow())),
        weighed
            ? figures.messages().text("moves.weight", figures.signed(row.weightPoints(), 1))
            : "",
        row.points() > 0);
  }

  /** To one decimal, as it is shown. */
  private static double tenth(double points) {
    return Math.rint(points * 10) / 10;
  }
}
