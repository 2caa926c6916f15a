package city.chengmai.dashboard.page.foresight;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.ForesightQueries.CandidateRow;
import city.chengmai.dashboard.query.ForesightQueries.EffectRow;
import city.chengmai.dashboard.query.ForesightQueries.MatterRow;
import city.chengmai.dashboard.query.ForesightQueries.PastRow;
import city.chengmai.dashboard.query.ForesightQueries.RateRow;
import city.chengmai.dashboard.query.ForesightQueries.VerdictRow;
import city.chengmai.datasets.catalogue.Catalogue;
import java.util.List;

/** Words what was handled before anybody complained, in one language. */
final class ForesightView {

  static final List<String> VERDICTS =
      List.of("handled", "complained-before", "complained-meanwhile", "open", "unplaced");

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  /** A verdict with how many matters have it. */
  public record Verdict(String key, String name, String meaning, String matters) {}

  /** A row behind something, with its address when it has a page. */
  public record Evidence(String id, String address) {}

  /** A place on the list. */
  public record Place(
      int number,
      String grid,
      String gridId,
      String category,
      String address,
      String sentence,
      String likelihood,
      String interval,
      String learned,
      List<Evidence> evidence,
      String evidenceTotal) {}

  /** How lists did. */
  public record PastLists(String who, String places, String expected, String came, String base) {}

  /** A comparison. */
  public record Effect(
      String scope,
      String name,
      String starts,
      String uncompared,
      String own,
      String compared,
      String effect,
      Level level,
      String state) {}

  /** A matter. */
  public record Matter(
      String id,
      String address,
      String grid,
      String gridId,
      String category,
      String channel,
      String reported,
      String closed,
      String verdict,
      String verdictName,
      String orders,
      String after) {}

  ForesightView(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  String rate(RateRow row) {
    return messages.text(
        "foresight.rate",
        row.value() == null ? Figures.NONE : figures.percent(row.value() / 100),
        figures.count(Math.round(row.numerator())),
        figures.count(Math.round(row.denominator())),
        figures.day(row.day()),
        row.definitionVersion(),
        LocalText.of(Catalogue.bundled().indicator("M08").name(), messages.language()));
  }

  List<Verdict> verdicts(List<VerdictRow> rows) {
    return VERDICTS.stream()
        .map(
            key ->
                new Verdict(
                    key,
                    messages.text("foresight.verdict." + key),
                    messages.text("foresight.meaning." + key),
                    figures.count(
                        rows.stream()
                            .filter(row -> row.verdict().equals(key))
                            .mapToLong(VerdictRow::matters)
                            .sum())))
        .toList();
  }

  /** Of those handled whose days are over, how many drew a complaint afterwards. */
  String relapsed(List<VerdictRow> rows) {
    return rows.stream()
        .filter(row -> row.verdict().equals("handled") && row.settled() > 0)
        .findFirst()
        .map(
            row ->
                messages.text(
                    "foresight.relapsed",
                    figures.count(row.settled()),
                    figures.count(row.complainedAfter())))
        .orElse("");
  }

  Place candidate(CandidateRow row) {
    return new Place(
        row.place(),
        city.areaName(row.grid(), messages.language()),
        row.grid(),
        city.categoryName(row.category(), messages.language()),
        row.address(),
        messages.text(
            "foresight.say", figures.count(row.evidenceTotal()), figures.count(row.orders())),
        figures.percent(row.likelihood()),
        figures.percent(row.lower()) + " – " + figures.percent(row.upper()),
        messages.text(
            "foresight.learned", figures.count(row.learnedFrom()), figures.percent(row.base())),
        row.evidence().stream().map(ForesightView::evidence).toList(),
        figures.count(row.evidenceTotal()));
  }

  private static Evidence evidence(String id) {
    return new Evidence(id, id.startsWith("C") ? "/case/" + PathSegment.of(id) : "");
  }

  PastLists past(PastRow row) {
    return new PastLists(
        messages.text(row.visited() ? "foresight.visited" : "foresight.unvisited"),
        figures.count(row.places()),
        figures.number(row.expected(), 1),
        figures.count(row.came()),
        figures.number(row.base() * row.places(), 1));
  }

  String period(EffectRow row) {
    return messages.text(
        "foresight.period",
        figures.day(row.fromDay()),
        figures.day(row.toDay().minusDays(1)),
        row.days());
  }

  String sentence(EffectRow row) {
    if (row.effect() == null) {
      return messages.text("foresight.too-little");
    }
    return messages.text(
        "foresight.whole." + row.state(),
        figures.count(row.starts()),
        figures.number(Math.abs(row.effect()), 0),
        figures.signed(row.effectLower(), 0),
        figures.signed(row.effectUpper(), 0),
        figures.signed(row.effect(), 0));
  }

  Effect effect(EffectRow row) {
    String name =
        switch (row.scope()) {
          case "type" -> messages.textOr("grid-type." + row.scopeId(), row.scopeId());
          case "category" -> city.categoryName(row.scopeId(), messages.language());
          default -> messages.text("foresight.all");
        };
    boolean known = row.effect() != null;
    return new Effect(
        row.scope(),
        name,
        figures.count(row.starts()),
        figures.count(row.uncompared()),
        pair(row.beforeTotal(), row.afterTotal()),
        pair(row.comparedBefore(), row.comparedAfter()),
        known
            ? messages.text(
                "foresight.effect",
                figures.signed(row.effect(), 1),
                figures.signed(row.effectLower(), 1),
                figures.signed(row.effectUpper(), 1))
            : Figures.NONE,
        level(row.state()),
        messages.text("foresight.state." + row.state()));
  }

  private String pair(double before, double after) {
    return figures.number(before, 1) + " → " + figures.number(after, 1);
  }

  private static Level level(String state) {
    return switch (state) {
      case "fewer" -> Level.NORMAL;
      case "more" -> Level.ALARM;
      case "no-clear-change" -> Level.WARNING;
      default -> Level.NONE;
    };
  }

  Matter matter(MatterRow row) {
    return new Matter(
        row.caseId(),
        "/case/" + PathSegment.of(row.caseId()),
        city.areaName(row.grid(), messages.language()),
        row.grid(),
        city.categoryName(row.category(), messages.language()),
        messages.textOr("channel." + row.channel(), row.channel()),
        figures.moment(row.reportedAt()),
        row.closedAt() == null ? Figures.NONE : figures.moment(row.closedAt()),
        row.verdict(),
        messages.text("foresight.verdict." + row.verdict()),
        row.orders().isEmpty() ? Figures.NONE : String.join(", ", row.orders()),
        row.closedAt() == null
            ? Figures.NONE
            : figures.count(row.ordersAfter()) + (row.settled() ? "" : " …"));
  }
}
