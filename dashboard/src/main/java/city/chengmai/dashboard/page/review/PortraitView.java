package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.datasets.catalogue.Catalogue;
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
   * @param interval of the score in words; empty when there is none
   * @param quartile in words; empty when there is none
   * @param weakest the indicator that cost most, with the points; empty when none did
   */
  public record Card(
      String key,
      String name,
      String score,
      boolean word,
      String grade,
      Level level,
      String interval,
      String rank,
      String quartile,
      String weakest) {}

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
      long width) {}

  /**
   * The reasons of one dimension, which add up to its score.
   *
   * @param uncounted names of the indicators that are not counted
   */
  public record ReasonGroup(
      String name, String score, List<Reason> reasons, List<String> uncounted) {}

  private final Portrait portrait;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final IndicatorWords words;

  PortraitView(Portrait portrait, CityModel city, Figures figures, Catalogue catalogue) {
    this.portrait = portrait;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
    this.words = new IndicatorWords(catalogue, figures);
  }

  String name() {
    return city.areaName(portrait.area().areaId(), language());
  }

  String type() {
    String type = portrait.area().gridType();
    return messages.textOr("grid-type." + type, type);
  }

  /** The grids it is compared with, in words. */
  String peerGroup() {
    return PeerWords.group(portrait.peerGroup(), messages);
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
            peerGroup(),
            row.rank())
        + sureness(row)
        + weakness();
  }

  /** Which other scores and ranks the same samples leave possible. */
  private String sureness(PortraitRow row) {
    return row.scoreLower() == null || row.rankLower() == null
        ? ""
        : messages.text(
            "portrait.sentence-range",
            figures.number(row.scoreLower(), 1),
            figures.number(row.scoreUpper(), 1),
            row.rankLower(),
            row.rankUpper());
  }

  private String weakness() {
    Comparator<PortraitRow> byScore = Comparator.comparing(PortraitRow::score);
    List<PortraitRow> scored =
        portrait.scores().stream()
            .filter(row -> Portrait.DIMENSIONS.contains(row.dimension()) && row.score() != null)
            .toList();
    Optional<ContributionRow> worst = dearest(portrait.counted());
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
        words.name(worst.get().indicator()),
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
    return new Card(
        dimension,
        name,
        shown,
        !known,
        grade,
        Level.ofGrade(grade),
        score.filter(row -> known).map(this::interval).orElse(""),
        score.filter(row -> known).map(this::rank).orElse(messages.text("portrait.unranked")),
        PeerWords.quartile(score.map(PortraitRow::quartile).orElse(null), messages),
        weakest(dimension));
  }

  private String rank(PortraitRow row) {
    return PeerWords.rank(row.rank(), row.peers(), row.rankLower(), row.rankUpper(), messages);
  }

  private String interval(PortraitRow row) {
    return row.scoreLower() == null || row.scoreUpper() == null
        ? ""
        : messages.text(
            "portrait.score-interval",
            figures.number(row.scoreLower(), 1),
            figures.number(row.scoreUpper(), 1));
  }

  private String weakest(String dimension) {
    return dearest(
            portrait.counted().stream().filter(row -> row.dimension().equals(dimension)).toList())
        .map(
            row ->
                messages.text(
                    "portrait.weakest",
                    words.name(row.indicator()),
                    figures.number(row.lostPoints(), 1)))
        .orElse("");
  }

  private static Optional<ContributionRow> dearest(List<ContributionRow> rows) {
    return rows.stream()
        .filter(row -> row.lostPoints() >= 0.05)
        .max(Comparator.comparing(ContributionRow::lostPoints));
  }

  List<ReasonGroup> reasons() {
    return Portrait.DIMENSIONS.stream()
        .filter(dimension -> portrait.score(dimension).isPresent())
        .map(this::reasons)
        .filter(group -> !group.reasons().isEmpty() || !group.uncounted().isEmpty())
        .toList();
  }

  private ReasonGroup reasons(String dimension) {
    List<ContributionRow> rows =
        portrait.contributions().stream().filter(row -> row.dimension().equals(dimension)).toList();
    return new ReasonGroup(
        messages.text("dimension." + dimension),
        card(dimension).score(),
        rows.stream().filter(PortraitView::counted).map(this::reason).toList(),
        rows.stream()
            .filter(row -> !counted(row))
            .map(
                row ->
                    messages.text(
                        "portrait.uncounted-because",
                        words.name(row.indicator()),
                        messages.text("state." + row.state())))
            .toList());
  }

  private static boolean counted(ContributionRow row) {
    return row.curveScore() != null && row.weight() > 0;
  }

  private Reason reason(ContributionRow row) {
    double possible = row.points() + row.lostPoints();
    return new Reason(
        row.indicator(),
        words.name(row.indicator()),
        words.value(row.indicator(), row.value()),
        words.value(row.indicator(), row.shrunkValue()),
        figures.number(row.points(), 1),
        figures.number(row.lostPoints(), 1),
        possible <= 0 ? 0 : Math.round(100 * row.points() / possible),
        Math.round(possible));
  }

  Optional<ScoreMoves> moves() {
    return ScoreMoves.of(portrait, words, figures);
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

  private Language language() {
    return messages.language();
  }
}
