package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.chart.FunnelChart.Limit;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.query.StandingQueries;
import city.chengmai.dashboard.query.StandingQueries.RestatementRow;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.FurtherDefinitions;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One indicator of one grid among its peers. Blocking and thread-safe. */
final class IndicatorPage {

  /** A peer in the table. */
  public record Peer(
      String id,
      String name,
      boolean own,
      String sample,
      String value,
      String shrunk,
      String interval,
      String rank) {}

  /** A correction. */
  public record Correction(String at, String period, String day, String values, String reason) {}

  private final Catalogue catalogue;
  private final CityDirectory city;
  private final StandingQueries standings;
  private final DefinitionsBeside definitions;
  private final FunnelPicture funnel = new FunnelPicture();

  IndicatorPage(Catalogue catalogue, CityDirectory city, Store store) {
    this.catalogue = catalogue;
    this.city = city;
    this.standings = new StandingQueries(store);
    this.definitions = new DefinitionsBeside(catalogue, FurtherDefinitions.bundled(), standings);
  }

  /** The page's model; of the peers only those that a visitor may see. */
  Map<String, Object> model(
      Portrait portrait,
      Predicate<String> mayShow,
      Indicator indicator,
      PortraitCharts charts,
      Figures figures) {
    String grid = portrait.area().areaId();
    Messages messages = figures.messages();
    List<StandingRow> rows =
        standings
            .ofIndicator(indicator.id(), portrait.peerIds(city.model()), portrait.day())
            .stream()
            .filter(row -> mayShow.test(row.areaId()))
            .toList();
    Optional<StandingRow> own = rows.stream().filter(row -> row.areaId().equals(grid)).findFirst();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("grid", grid);
    shown.put("name", city.model().areaName(grid, messages.language()));
    shown.put("id", indicator.id());
    shown.put("line", new IndicatorLines(portrait, catalogue, charts, figures).line(indicator));
    shown.put("peerGroup", PeerWords.group(portrait.peerGroup(), messages));
    shown.put("day", figures.day(portrait.day()));
    shown.put("window", portrait.window().interval());
    shown.put("funnel", funnel.drawn(indicator, rows, grid, city.model(), figures));
    shown.put("place", own.map(row -> place(indicator, row, messages)).orElse(""));
    shown.put("peers", rows.stream().map(row -> peer(indicator, row, grid, figures)).toList());
    shown.put("definitions", definitions.of(grid, indicator, portrait.day(), figures));
    shown.put("version", indicator.version());
    shown.put(
        "corrections",
        standings.restatements(grid, indicator.id()).stream()
            .map(row -> correction(indicator, row, figures))
            .toList());
    return shown;
  }

  private static String place(Indicator indicator, StandingRow own, Messages messages) {
    Optional<Limit> limits = FunnelPicture.limits(indicator, own.peerValue(), own.denominator());
    if (own.value() == null || limits.isEmpty()) {
      return "";
    }
    double value = own.value() / indicator.unit().scale();
    Limit limit = limits.get();
    if (value < limit.farLow() || value > limit.farHigh()) {
      return messages.text("funnel.far");
    }
    return value < limit.low() || value > limit.high()
        ? messages.text("funnel.out")
        : messages.text("funnel.within");
  }

  private Peer peer(Indicator indicator, StandingRow row, String grid, Figures figures) {
    IndicatorWords words = new IndicatorWords(catalogue, figures);
    CityModel model = city.model();
    return new Peer(
        row.areaId(),
        model.areaName(row.areaId(), figures.messages().language()),
        row.areaId().equals(grid),
        figures.amount(row.denominator()),
        row.value() == null
            ? figures.messages().text("state.insufficient")
            : words.value(indicator, row.value()),
        words.value(indicator, row.shrunkValue()),
        words.interval(indicator, row.lower(), row.upper()),
        PeerWords.shortRank(row, figures.messages()));
  }

  private Correction correction(Indicator indicator, RestatementRow row, Figures figures) {
    IndicatorWords words = new IndicatorWords(catalogue, figures);
    Messages messages = figures.messages();
    return new Correction(
        figures.fullMoment(row.restatedAt()),
        messages.textOr("period." + row.period(), row.period()),
        figures.day(row.day()),
        messages.text(
            "moves.values",
            worded(indicator, row.oldValue(), row.oldState(), words, messages),
            worded(indicator, row.newValue(), row.newState(), words, messages)),
        messages.textOr("restatement." + row.reason(), row.reason()));
  }

  private static String worded(
      Indicator indicator, Double value, String state, IndicatorWords words, Messages messages) {
    return value == null ? messages.textOr("state." + state, state) : words.value(indicator, value);
  }
}
