package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.PortraitQueries.TrendRow;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Dimension;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Grids side by side. One is called best or worst in an indicator only where its 95 % interval lies
 * apart from those of all the others: the order of raw values is mostly luck of small samples.
 */
final class Comparison {

  /** What is known of a grid. */
  record Compared(
      AreaRow area,
      List<PortraitRow> scores,
      List<IndicatorRow> indicators,
      List<StandingRow> standings,
      List<TrendRow> trend) {}

  /** The head of a column. */
  public record Head(String id, String name, String peers) {}

  /**
   * A score of a grid.
   *
   * @param score with one decimal, or a word
   * @param range of the score that the sample leaves possible; empty when there is none
   * @param rank among its own peers
   */
  public record ScoreCell(String score, String grade, String range, String rank) {}

  /** A dimension of all grids. */
  public record ScoreLine(String key, String name, List<ScoreCell> cells) {}

  /**
   * An indicator of a grid.
   *
   * @param value with its unit, or a word
   * @param interval of the best estimate; empty when there is none
   * @param mark best, worst or nothing
   */
  public record Cell(String value, String fraction, String interval, String mark) {}

  /** An indicator of all grids. */
  public record Line(String id, String name, List<Cell> cells) {}

  /** The indicators of a dimension. */
  public record Group(String key, String name, List<Line> lines) {}

  private static final String NOT_APPLICABLE = "not-applicable";
  private static final int WIDE = 1_180;
  private static final int HEIGHT = 280;
  private static final int FEWEST = 2;

  private final List<Compared> grids;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final Catalogue catalogue;
  private final IndicatorWords words;

  Comparison(List<Compared> grids, CityModel city, Figures figures, Catalogue catalogue) {
    this.grids = List.copyOf(grids);
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
    this.catalogue = catalogue;
    this.words = new IndicatorWords(catalogue, figures);
  }

  List<Head> heads() {
    return grids.stream()
        .map(one -> new Head(one.area().areaId(), name(one), PeerWords.group(peers(one), messages)))
        .toList();
  }

  private String name(Compared one) {
    return city.areaName(one.area().areaId(), messages.language());
  }

  private static String peers(Compared one) {
    return one.scores().stream()
        .map(PortraitRow::peerGroup)
        .findFirst()
        .orElse(one.area().gridType());
  }

  /**
   * Whether they stand in different groups of peers, so that their ranks are of different lists.
   */
  boolean mixed() {
    return grids.stream().map(Comparison::peers).distinct().count() > 1;
  }

  List<ScoreLine> scores() {
    return Stream.concat(Stream.of(Portrait.OVERALL), Portrait.DIMENSIONS.stream())
        .map(
            dimension ->
                new ScoreLine(
                    dimension,
                    messages.text("dimension." + dimension),
                    grids.stream().map(one -> score(one, dimension)).toList()))
        .toList();
  }

  private ScoreCell score(Compared one, String dimension) {
    Optional<PortraitRow> row =
        one.scores().stream().filter(score -> score.dimension().equals(dimension)).findFirst();
    if (row.isEmpty() || row.get().score() == null) {
      String word = row.isEmpty() ? "state.no-data" : "state.insufficient";
      return new ScoreCell(messages.text(word), Figures.NONE, "", "");
    }
    PortraitRow known = row.get();
    return new ScoreCell(
        figures.number(known.score(), 1),
        known.grade(),
        known.scoreLower() == null
            ? ""
            : messages.text(
                "portrait.score-interval",
                figures.number(known.scoreLower(), 1),
                figures.number(known.scoreUpper(), 1)),
        PeerWords.rank(
            known.rank(), known.peers(), known.rankLower(), known.rankUpper(), messages));
  }

  List<Group> groups() {
    return Arrays.stream(Dimension.values())
        .map(
            dimension ->
                new Group(
                    dimension.key(),
                    messages.text("dimension." + dimension.key()),
                    catalogue.indicators().stream()
                        .filter(one -> one.dimension() == dimension)
                        .filter(this::meant)
                        .map(this::line)
                        .toList()))
        .filter(group -> !group.lines().isEmpty())
        .toList();
  }

  /** Whether it is meant for any of the grids. */
  private boolean meant(Indicator indicator) {
    return grids.stream()
        .anyMatch(
            one ->
                row(one, indicator).map(row -> !row.state().equals(NOT_APPLICABLE)).orElse(false));
  }

  private Line line(Indicator indicator) {
    List<StandingRow> places =
        grids.stream().flatMap(one -> standing(one, indicator).stream()).toList();
    return new Line(
        indicator.id(),
        words.name(indicator),
        grids.stream().map(one -> cell(one, indicator, places)).toList());
  }

  private Cell cell(Compared one, Indicator indicator, List<StandingRow> places) {
    Optional<IndicatorRow> row = row(one, indicator);
    Double value = row.map(IndicatorRow::value).orElse(null);
    if (value == null) {
      String state = row.map(IndicatorRow::state).orElse("no-data");
      return new Cell(messages.text("state." + state), "", "", "");
    }
    Optional<StandingRow> place = standing(one, indicator);
    return new Cell(
        words.value(indicator, value),
        words.fraction(indicator, row.get().numerator(), row.get().denominator()),
        place
            .filter(Comparison::bounded)
            .map(found -> words.interval(indicator, found.lower(), found.upper()))
            .orElse(""),
        place.map(found -> mark(found, indicator.direction(), places)).orElse(""));
  }

  /** Best or worst where its interval lies apart from those of all others; else nothing. */
  static String mark(StandingRow own, Direction direction, List<StandingRow> places) {
    List<StandingRow> others =
        places.stream()
            .filter(place -> !place.areaId().equals(own.areaId()))
            .filter(Comparison::bounded)
            .toList();
    if (direction == Direction.CONTEXT || !bounded(own) || others.isEmpty()) {
      return "";
    }
    boolean above = others.stream().allMatch(other -> own.lower() > other.upper());
    boolean below = others.stream().allMatch(other -> own.upper() < other.lower());
    boolean higher = direction == Direction.HIGHER_IS_BETTER;
    if (above || below) {
      return above == higher ? "best" : "worst";
    }
    return "";
  }

  private static boolean bounded(StandingRow row) {
    return row.lower() != null && row.upper() != null;
  }

  private static Optional<IndicatorRow> row(Compared one, Indicator indicator) {
    return one.indicators().stream()
        .filter(row -> row.indicator().equals(indicator.id()) && row.current() == 1)
        .findFirst();
  }

  private static Optional<StandingRow> standing(Compared one, Indicator indicator) {
    return one.standings().stream()
        .filter(row -> row.indicator().equals(indicator.id()))
        .findFirst();
  }

  /** The overall scores of 30 days, a line a grid. */
  ChartPair trend() {
    List<Series> series =
        grids.stream()
            .map(one -> new Series(name(one), points(one)))
            .filter(one -> one.values().size() >= FEWEST)
            .toList();
    if (series.isEmpty()) {
      return ChartPair.NOTHING;
    }
    return ChartPair.of(
        LineChart.of(
            Caption.of(messages.text("portrait.trend")),
            ValueFormat.decimal(0, messages.text("unit.points")),
            figures.zone(),
            series),
        WIDE,
        HEIGHT,
        HEIGHT);
  }

  private List<TimedValue> points(Compared one) {
    return one.trend().stream()
        .filter(row -> Objects.nonNull(row.own()))
        .map(row -> new TimedValue(row.day().atStartOfDay(figures.zone()).toInstant(), row.own()))
        .toList();
  }
}
