package city.chengmai.dashboard.page.response;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.ResponseQueries.AreaValueRow;
import city.chengmai.dashboard.query.ResponseQueries.CategoryRow;
import city.chengmai.dashboard.query.ResponseQueries.ChargingRow;
import city.chengmai.dashboard.query.ResponseQueries.DemanderRow;
import city.chengmai.dashboard.query.ResponseQueries.DiscoveryRow;
import city.chengmai.dashboard.query.ResponseQueries.LevelRow;
import city.chengmai.dashboard.query.ResponseQueries.LoadRow;
import city.chengmai.dashboard.query.ResponseQueries.StepsRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The lines of the page of response and load. A share stands beside both its counts. */
final class ResponseBoard {

  /** Indicators that areas are compared by. */
  static final List<String> COMPARED = List.of("M02", "M04", "M05", "S01", "S02", "S03", "O03");

  /** A share of a whole: percentage, or a word when there is no whole, and both counts. */
  public record Share(String text, String of) {}

  /** Orders of one kind of people. */
  public record Demander(
      String key,
      String name,
      String received,
      Share day,
      String median,
      String ninth,
      String waiting) {}

  /**
   * Cases found in one way.
   *
   * @param mix share of all cases
   * @param dated share of its own that tell when they began
   */
  public record Discovery(
      String key,
      String name,
      boolean all,
      Share mix,
      Share dated,
      String median,
      String ninth,
      String fixed,
      String handling) {}

  /** Steps after which somebody waits. */
  public record Step(
      String key,
      String unit,
      boolean all,
      String steps,
      String done,
      String waiting,
      String median,
      String ninth,
      String crossing) {}

  /** A level with its limits. */
  public record Level(
      String key,
      String name,
      String filed,
      String median,
      String range,
      Share inTime,
      String without) {}

  /**
   * A grid's load.
   *
   * @param perThousand cases and orders per 1,000 residents; a dash when these are not known
   */
  public record Load(
      String gridId,
      String grid,
      String cases,
      String open,
      String orders,
      String rounds,
      String visits,
      String actions,
      String perThousand) {}

  /** A small matter. */
  public record Small(
      String name, String cases, String grids, String hotline, Share closed, String median) {}

  /** Small matters together. */
  public record Tail(String head, String categories, Share share, List<Small> lines) {}

  /** Unsafe charging in a month. */
  public record Charging(String month, String reports, String opened, String working) {}

  /** A heading of the comparison. */
  public record Heading(String id, String name) {}

  /** A value of an area, with its counts. */
  public record Value(String text, String of) {}

  /** An area beside others of its level. */
  public record Area(String id, String name, String level, List<Value> values) {}

  /** Medians of fewer cases are not told. */
  private static final int FEWEST = 5;

  private static final int SHOWN = 60;
  private static final int MONTH_LETTERS = 7;
  private static final double THOUSAND = 1000;
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  ResponseBoard(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  List<Demander> demanders(List<DemanderRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Demander(
                    row.kind(),
                    messages.textOr(
                        "response.demander." + row.kind(), messages.text("response.not-said")),
                    figures.count(row.received()),
                    share(row.withinDay(), row.judged()),
                    minutes(row.medianMinutes()),
                    minutes(row.ninthMinutes()),
                    figures.count(row.toContact() - row.contactedCount())))
        .toList();
  }

  List<Discovery> discovery(List<DiscoveryRow> rows) {
    long all = rows.stream().mapToLong(DiscoveryRow::cases).max().orElse(0);
    return rows.stream().map(row -> discovery(row, all)).toList();
  }

  private Discovery discovery(DiscoveryRow row, long all) {
    boolean whole = row.foundBy().equals("all");
    return new Discovery(
        row.foundBy(),
        whole
            ? messages.text("response.all-channels")
            : messages.textOr("channel." + row.foundBy(), row.foundBy()),
        whole,
        share(row.cases(), all),
        share(row.datedCases(), row.cases()),
        enough(row.datedCases(), row.medianMinutes()),
        enough(row.datedCases(), row.ninthMinutes()),
        figures.count(row.fixedCases()),
        enough(row.fixedCases(), row.handlingMinutes()));
  }

  private String enough(long sample, Double minutes) {
    return sample > 0 && sample < FEWEST ? messages.text("state.insufficient") : minutes(minutes);
  }

  List<Step> steps(List<StepsRow> rows, String step) {
    return rows.stream()
        .filter(row -> row.step().equals(step))
        .limit(SHOWN)
        .map(
            row ->
                new Step(
                    row.step(),
                    row.unit().isEmpty() ? messages.text("response.all-units") : row.unit(),
                    row.unit().isEmpty(),
                    figures.count(row.steps()),
                    figures.count(row.done()),
                    figures.count(row.waiting()),
                    minutes(row.medianMinutes()),
                    minutes(row.ninthMinutes()),
                    figures.count(row.crossing())))
        .toList();
  }

  List<Level> levels(List<LevelRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Level(
                    row.levelName(),
                    messages.textOr(
                        "case-level." + row.levelName(), messages.text("response.no-level")),
                    figures.count(row.filed()),
                    hours(row.medianHours()),
                    row.shortestHours() == null
                        ? Figures.NONE
                        : messages.text(
                            "response.range",
                            hours(row.shortestHours()),
                            hours(row.longestHours())),
                    share(row.inTime(), row.judged()),
                    figures.count(row.filed() - row.withLimit())))
        .toList();
  }

  List<Load> load(List<LoadRow> rows) {
    return rows.stream().limit(SHOWN).map(this::load).toList();
  }

  private Load load(LoadRow row) {
    long residents = city.area(row.grid()).map(AreaRow::residents).orElse(0L);
    return new Load(
        row.grid(),
        city.areaName(row.grid(), messages.language()),
        figures.count(row.cases()),
        figures.count(row.open()),
        figures.count(row.orders()),
        figures.count(row.rounds()),
        figures.count(row.visits()),
        figures.count(row.actions()),
        residents == 0
            ? Figures.NONE
            : figures.number(THOUSAND * (row.cases() + row.orders()) / residents, 1));
  }

  Tail tail(LongTail tail) {
    return new Tail(
        figures.count(tail.head()),
        figures.count(tail.tail().size()),
        share(tail.tailCases(), tail.cases()),
        tail.tail().stream().limit(SHOWN).map(this::small).toList());
  }

  private Small small(CategoryRow row) {
    return new Small(
        city.categoryName(row.categoryId(), messages.language()),
        figures.count(row.cases()),
        figures.count(row.grids()),
        figures.count(row.toldByHotline()),
        share(row.closed(), row.cases()),
        hours(row.medianHours()));
  }

  List<Charging> charging(List<ChargingRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Charging(
                    row.month().toString().substring(0, MONTH_LETTERS),
                    figures.count(row.reports()),
                    figures.count(row.opened()),
                    figures.count(row.working())))
        .toList();
  }

  List<Heading> headings() {
    return COMPARED.stream()
        .map(
            id ->
                new Heading(id, LocalText.of(CATALOGUE.indicator(id).name(), messages.language())))
        .toList();
  }

  /** Areas above grids in the order of the city, also those without a value. */
  List<Area> areas(List<AreaValueRow> rows) {
    return city.areas().stream()
        .filter(area -> !area.level().equals("grid"))
        .map(
            area ->
                new Area(
                    area.areaId(),
                    city.areaName(area.areaId(), messages.language()),
                    messages.textOr("response.area-level." + area.level(), area.level()),
                    COMPARED.stream().map(id -> value(area.areaId(), id, rows)).toList()))
        .toList();
  }

  private Value value(String area, String indicator, List<AreaValueRow> rows) {
    Optional<AreaValueRow> found =
        rows.stream()
            .filter(row -> row.areaId().equals(area) && row.indicator().equals(indicator))
            .findFirst();
    if (found.isEmpty() || found.get().value() == null) {
      return new Value(
          messages.text("state." + found.map(AreaValueRow::state).orElse("no-data")), "");
    }
    Indicator told = CATALOGUE.indicator(indicator);
    String number = figures.number(found.get().value(), 1);
    return new Value(
        told.unit() == Unit.PERCENT
            ? number + "%"
            : told.unit() == Unit.HOURS ? messages.text("value.hours", number) : number,
        told.unit() == Unit.PERCENT
            ? figures.amount(found.get().numerator())
                + " / "
                + figures.amount(found.get().denominator())
            : "");
  }

  private String minutes(Double minutes) {
    return minutes == null
        ? Figures.NONE
        : figures.duration(Duration.ofSeconds(Math.round(60 * minutes)));
  }

  private String hours(Double hours) {
    return hours == null ? Figures.NONE : minutes(60 * hours);
  }

  private Share share(long part, long whole) {
    return new Share(
        whole == 0 ? messages.text("state.no-data") : figures.percent((double) part / whole),
        figures.count(part) + " / " + figures.count(whole));
  }
}
