package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Words a portrait in one language. */
final class PortraitView {

  /**
   * A dimension.
   *
   * @param score with one decimal, or a word when there is none
   * @param word whether {@code score} is a word
   * @param weakest the indicator that cost most, with the points; empty when none did
   */
  public record Card(
      String key,
      String name,
      String score,
      boolean word,
      String grade,
      Level level,
      String rank,
      String weakest) {}

  /**
   * A line of the indicator table.
   *
   * @param measured whether {@code value} is a figure rather than a word
   */
  public record IndicatorLine(
      String id,
      String dimension,
      String name,
      String value,
      boolean measured,
      String fraction,
      String state,
      String change,
      String definition) {}

  /**
   * What an indicator gave and cost.
   *
   * @param wonShare points won of the points possible, in per cent, for the bar
   */
  public record Reason(
      String indicator,
      String name,
      String value,
      String shrunk,
      String won,
      String lost,
      long wonShare,
      long width,
      boolean counted) {}

  /** The reasons of one dimension, which add up to its score. */
  public record ReasonGroup(String name, String score, List<Reason> reasons) {}

  private final Portrait portrait;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final Catalogue catalogue;

  PortraitView(Portrait portrait, CityModel city, Figures figures, Catalogue catalogue) {
    this.portrait = portrait;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
    this.catalogue = catalogue;
  }

  String name() {
    return city.areaName(portrait.area().areaId(), language());
  }

  String type() {
    String type = portrait.area().gridType();
    return messages.textOr("grid-type." + type, type);
  }

  /** The portrait in one sentence, made from its figures. */
  String sentence() {
    Optional<PortraitRow> overall = portrait.score(Portrait.OVERALL);
    if (overall.isEmpty()) {
      return messages.text("portrait.sentence-none", name());
    }
    PortraitRow row = overall.get();
    if (row.score() == null) {
      return messages.text("portrait.sentence-insufficient", name());
    }
    return messages.text(
            "portrait.sentence",
            name(),
            figures.number(row.score(), 1),
            row.grade(),
            row.peers(),
            type(),
            row.rank())
        + weakness();
  }

  private String weakness() {
    Comparator<PortraitRow> byScore = Comparator.comparing(PortraitRow::score);
    List<PortraitRow> scored =
        portrait.scores().stream()
            .filter(row -> Portrait.DIMENSIONS.contains(row.dimension()) && row.score() != null)
            .toList();
    Optional<ContributionRow> worst = dearest(portrait.contributions());
    if (scored.size() < 2 || worst.isEmpty()) {
      return "";
    }
    PortraitRow best = scored.stream().max(byScore).orElseThrow();
    PortraitRow weak = scored.stream().min(byScore).orElseThrow();
    return messages.text(
        "portrait.sentence-weakness",
        messages.text("dimension." + best.dimension()),
        figures.number(best.score(), 1),
        messages.text("dimension." + weak.dimension()),
        figures.number(weak.score(), 1),
        indicatorName(worst.get().indicator()),
        figures.number(worst.get().lostPoints(), 1));
  }

  Card overall() {
    return card(Portrait.OVERALL);
  }

  List<Card> cards() {
    return Portrait.DIMENSIONS.stream().map(this::card).toList();
  }

  private Card card(String dimension) {
    String name = messages.text("dimension." + dimension);
    Optional<PortraitRow> score = portrait.score(dimension);
    boolean known = score.isPresent() && score.get().score() != null;
    String shown =
        known
            ? figures.number(score.get().score(), 1)
            : messages.text(score.isPresent() ? "state.insufficient" : "state.no-data");
    String grade = known ? score.get().grade() : Figures.NONE;
    String rank =
        known && score.get().rank() != null
            ? messages.text("portrait.rank", score.get().rank(), score.get().peers())
            : messages.text("portrait.unranked");
    return new Card(
        dimension, name, shown, !known, grade, Level.ofGrade(grade), rank, weakest(dimension));
  }

  private String weakest(String dimension) {
    return dearest(
            portrait.contributions().stream()
                .filter(row -> row.dimension().equals(dimension))
                .toList())
        .map(
            row ->
                messages.text(
                    "portrait.weakest",
                    indicatorName(row.indicator()),
                    figures.number(row.lostPoints(), 1)))
        .orElse("");
  }

  private static Optional<ContributionRow> dearest(List<ContributionRow> rows) {
    return rows.stream()
        .filter(row -> row.lostPoints() >= 0.05)
        .max(Comparator.comparing(ContributionRow::lostPoints));
  }

  List<IndicatorLine> indicators() {
    return catalogue.indicators().stream().map(this::indicator).toList();
  }

  private IndicatorLine indicator(Indicator indicator) {
    Optional<IndicatorRow> row = portrait.indicator(indicator.id(), true);
    String state = row.map(IndicatorRow::state).orElse("no-data");
    Double value = row.map(IndicatorRow::value).orElse(null);
    String word = messages.text("state." + state);
    return new IndicatorLine(
        indicator.id(),
        messages.text("dimension." + indicator.dimension().key()),
        LocalText.of(indicator.name(), language()),
        value == null ? word : valued(indicator, value),
        value != null,
        row.map(r -> fraction(indicator, r)).orElse(Figures.NONE),
        word,
        value == null ? "" : change(indicator, value),
        messages.text(
            "portrait.definition",
            LocalText.of(indicator.numerator(), language()),
            LocalText.of(indicator.denominator(), language()),
            indicator.smallestSample(),
            indicator.version()));
  }

  private String fraction(Indicator indicator, IndicatorRow row) {
    return indicator.unit() == Unit.HOURS
        ? messages.text("figures.of-cases", figures.number(row.denominator(), 0))
        : figures.amount(row.numerator()) + " / " + figures.amount(row.denominator());
  }

  private String change(Indicator indicator, double value) {
    return portrait
        .indicator(indicator.id(), false)
        .map(IndicatorRow::value)
        .map(before -> figures.signed(value - before, 1))
        .orElse("");
  }

  private String valued(Indicator indicator, Double value) {
    return switch (indicator.unit()) {
      case PERCENT -> figures.number(value, 1) + "%";
      case HOURS -> messages.text("value.hours", figures.number(value, 1));
      case CASES -> messages.text("value.cases", figures.number(value, 2));
      case ORDERS -> messages.text("value.orders", figures.number(value, 2));
    };
  }

  List<ReasonGroup> reasons() {
    return Portrait.DIMENSIONS.stream()
        .filter(dimension -> portrait.score(dimension).isPresent())
        .map(
            dimension ->
                new ReasonGroup(
                    messages.text("dimension." + dimension),
                    card(dimension).score(),
                    portrait.contributions().stream()
                        .filter(row -> row.dimension().equals(dimension))
                        .map(this::reason)
                        .toList()))
        .filter(group -> !group.reasons().isEmpty())
        .toList();
  }

  private Reason reason(ContributionRow row) {
    Optional<Indicator> indicator = catalogue.find(row.indicator());
    double possible = row.points() + row.lostPoints();
    boolean counted = row.curveScore() != null && row.weight() > 0;
    return new Reason(
        row.indicator(),
        indicatorName(row.indicator()),
        indicator
            .filter(i -> row.value() != null)
            .map(i -> valued(i, row.value()))
            .orElse(messages.text("state." + row.state())),
        indicator
            .filter(i -> row.shrunkValue() != null)
            .map(i -> valued(i, row.shrunkValue()))
            .orElse(Figures.NONE),
        counted ? figures.number(row.points(), 1) : Figures.NONE,
        counted ? figures.number(row.lostPoints(), 1) : Figures.NONE,
        possible <= 0 ? 0 : Math.round(100 * row.points() / possible),
        Math.round(possible),
        counted);
  }

  List<AlertLine> alerts() {
    return portrait.alerts().stream().map(alert -> AlertLine.of(alert, city, figures)).toList();
  }

  List<CaseLine> cases() {
    Instant now = portrait.moment().now();
    return portrait.openCases().stream().map(row -> CaseLine.of(row, city, figures, now)).toList();
  }

  /** The time the figures are good up to, or a dash. */
  String asOf() {
    return figures.fullMoment(
        portrait.score(Portrait.OVERALL).map(PortraitRow::dataAsOf).orElse(null));
  }

  private String indicatorName(String id) {
    return catalogue.find(id).map(i -> LocalText.of(i.name(), language())).orElse(id);
  }

  private Language language() {
    return messages.language();
  }
}
