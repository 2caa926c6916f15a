package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.PortraitQueries.RollUpRow;
import city.chengmai.dashboard.query.WallQueries.OpenCountRow;
import city.chengmai.datasets.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * The comprehensive grids (综合网格), which bring several grids together: how many, what is open in
 * them, and whether their counts are the sums of those of their grids.
 */
final class ComprehensiveList {

  /** The level in the tree of areas. */
  static final String LEVEL = "comprehensive-grid";

  /** Indicators whose counts are held against the sums below. */
  static final List<String> COUNTED = List.of("M04", "S02", "M09");

  /** As precise as rule A15, which watches the same every day. */
  private static final double TOLERANCE = 1e-6;

  private static final Catalogue CATALOGUE = Catalogue.bundled();

  /** A heading. */
  public record Heading(String id, String name) {}

  /**
   * Counts of an area.
   *
   * @param own numerator and denominator; a word when nothing is computed
   * @param below the same, summed over the grids; empty when nothing is computed
   * @param equal whether they are the same
   * @param told whether there is anything to compare
   */
  public record Sum(String own, String below, boolean equal, boolean told) {}

  /** A comprehensive grid. */
  public record Line(
      String id,
      String name,
      String grids,
      String grade,
      String score,
      String open,
      String overdue,
      List<Sum> sums) {}

  private final CityModel city;
  private final Figures figures;

  ComprehensiveList(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
  }

  /** The areas of the level in the order of the city. */
  static List<AreaRow> areas(CityModel city) {
    return city.areas().stream().filter(area -> area.level().equals(LEVEL)).toList();
  }

  List<Heading> headings() {
    return COUNTED.stream()
        .map(
            id ->
                new Heading(
                    id,
                    LocalText.of(CATALOGUE.indicator(id).name(), figures.messages().language())))
        .toList();
  }

  List<Line> lines(List<PortraitRow> scores, List<OpenCountRow> open, List<RollUpRow> sums) {
    return areas(city).stream().map(area -> line(area, scores, open, sums)).toList();
  }

  private Line line(
      AreaRow area, List<PortraitRow> scores, List<OpenCountRow> open, List<RollUpRow> sums) {
    List<String> grids = city.gridsOf(area.areaId());
    List<OpenCountRow> within = open.stream().filter(row -> grids.contains(row.grid())).toList();
    long overdue = within.stream().mapToLong(OpenCountRow::overdue).sum();
    Optional<PortraitRow> overall =
        scores.stream()
            .filter(row -> row.areaId().equals(area.areaId()))
            .filter(row -> row.dimension().equals(Portrait.OVERALL) && row.score() != null)
            .findFirst();
    return new Line(
        area.areaId(),
        city.areaName(area.areaId(), figures.messages().language()),
        figures.count(grids.size()),
        overall.map(PortraitRow::grade).orElse(Figures.NONE),
        overall
            .map(row -> figures.number(row.score(), 1))
            .orElse(figures.messages().text("state.no-data")),
        figures.count(within.stream().mapToLong(OpenCountRow::open).sum()),
        overdue == 0 ? "" : figures.count(overdue),
        COUNTED.stream().map(id -> sum(area.areaId(), id, sums)).toList());
  }

  private Sum sum(String area, String indicator, List<RollUpRow> rows) {
    return rows.stream()
        .filter(row -> row.areaId().equals(area) && row.indicator().equals(indicator))
        .findFirst()
        .map(this::sum)
        .orElse(new Sum(figures.messages().text("state.no-data"), "", false, false));
  }

  private Sum sum(RollUpRow row) {
    return new Sum(
        counts(row.numerator(), row.denominator()),
        counts(row.partNumerator(), row.partDenominator()),
        same(row.numerator(), row.partNumerator())
            && same(row.denominator(), row.partDenominator()),
        true);
  }

  private String counts(double numerator, double denominator) {
    return figures.amount(numerator) + " / " + figures.amount(denominator);
  }

  private static boolean same(double one, double other) {
    return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
  }
}
