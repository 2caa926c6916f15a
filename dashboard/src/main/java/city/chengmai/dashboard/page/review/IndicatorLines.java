package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Dimension;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The indicators of a portrait as lines, dimension by dimension. */
final class IndicatorLines {

  /**
   * A line of the indicator table.
   *
   * @param value raw value, or a word when there is none
   * @param measured whether {@code value} is a figure rather than a word
   * @param shrunk value after shrinkage, or a dash
   * @param drawing value and interval as SVG, or empty
   * @param change against the 30 days before (环比); empty when either is not told
   * @param yearChange against the same days of the year before (同比); empty likewise
   */
  public record IndicatorLine(
      String id,
      String name,
      String value,
      boolean measured,
      String fraction,
      String shrunk,
      String interval,
      String drawing,
      String peer,
      String rank,
      String change,
      String yearChange,
      String definition) {}

  /**
   * The lines of one dimension.
   *
   * @param folded names of the indicators that are not meant for this grid
   */
  public record IndicatorGroup(
      String key, String name, List<IndicatorLine> lines, List<String> folded) {}

  private static final String NOT_APPLICABLE = "not-applicable";

  private final Portrait portrait;
  private final Catalogue catalogue;
  private final PortraitCharts charts;
  private final Figures figures;
  private final Messages messages;
  private final IndicatorWords words;

  IndicatorLines(Portrait portrait, Catalogue catalogue, PortraitCharts charts, Figures figures) {
    this.portrait = portrait;
    this.catalogue = catalogue;
    this.charts = charts;
    this.figures = figures;
    this.messages = figures.messages();
    this.words = new IndicatorWords(catalogue, figures);
  }

  List<IndicatorGroup> groups() {
    return Arrays.stream(Dimension.values())
        .map(this::group)
        .filter(group -> !group.lines().isEmpty() || !group.folded().isEmpty())
        .toList();
  }

  private IndicatorGroup group(Dimension dimension) {
    List<Indicator> all =
        catalogue.indicators().stream().filter(i -> i.dimension() == dimension).toList();
    return new IndicatorGroup(
        dimension.key(),
        messages.text("dimension." + dimension.key()),
        all.stream().filter(i -> !state(i).equals(NOT_APPLICABLE)).map(this::line).toList(),
        all.stream().filter(i -> state(i).equals(NOT_APPLICABLE)).map(words::name).toList());
  }

  private String state(Indicator indicator) {
    return portrait.indicator(indicator.id(), true).map(IndicatorRow::state).orElse("no-data");
  }

  IndicatorLine line(Indicator indicator) {
    Optional<IndicatorRow> row = portrait.indicator(indicator.id(), true);
    Double value = row.map(IndicatorRow::value).orElse(null);
    Optional<StandingRow> standing = portrait.standing(indicator.id()).filter(s -> value != null);
    return new IndicatorLine(
        indicator.id(),
        words.name(indicator),
        value == null ? messages.text("state." + state(indicator)) : words.value(indicator, value),
        value != null,
        row.map(found -> words.fraction(indicator, found.numerator(), found.denominator()))
            .orElse(Figures.NONE),
        words.value(indicator, standing.map(StandingRow::shrunkValue).orElse(null)),
        standing
            .map(found -> words.interval(indicator, found.lower(), found.upper()))
            .orElse(Figures.NONE),
        standing.map(found -> charts.interval(indicator, found, figures)).orElse(""),
        words.value(indicator, standing.map(StandingRow::peerValue).orElse(null)),
        standing.map(found -> PeerWords.shortRank(found, messages)).orElse(Figures.NONE),
        value == null ? "" : change(value, portrait.indicator(indicator.id(), false)),
        value == null ? "" : change(value, portrait.yearBefore(indicator.id())),
        words.definition(indicator));
  }

  private String change(double value, Optional<IndicatorRow> before) {
    return before.map(IndicatorRow::value).map(old -> figures.signed(value - old, 1)).orElse("");
  }
}
