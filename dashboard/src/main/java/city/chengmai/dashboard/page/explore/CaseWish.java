package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.ExploreQueries.Chosen;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cases somebody wants to see and split by what, as the address says: properties are chosen
 * one after the other, in any order.
 *
 * @param from first day of the reports
 * @param to last day of the reports
 * @param filters chosen properties, in the order of their choice
 * @param listed whether the cases themselves are wanted
 */
record CaseWish(
    AreaRow area,
    LocalDate from,
    LocalDate to,
    Map<CaseProperty, String> filters,
    CaseProperty split,
    boolean listed) {

  static final String PATH = "/explore/cases";

  private static final int MOST_DAYS = 800;

  CaseWish {
    filters = new LinkedHashMap<>(filters);
  }

  /**
   * What an address asks for: 30 days up to the city's day when it does not say.
   *
   * @throws BadParameterException for a split that is none, and for days that are none, in the
   *     wrong order or more than 800 apart
   * @throws io.vertx.ext.web.handler.HttpException with 404 for an area that is not there
   */
  static CaseWish of(MultiMap parameters, Areas areas, LocalDate today) {
    LocalDate to = IndicatorWish.day(parameters, "to").orElse(today);
    LocalDate from =
        IndicatorWish.day(parameters, "from").orElse(to.minusDays(TimeWindow.TRAILING_DAYS - 1L));
    long days = ChronoUnit.DAYS.between(from, to);
    if (days < 0 || days >= MOST_DAYS) {
      throw new BadParameterException(
          "from", from.toString(), to.minusDays(MOST_DAYS - 1L) + "–" + to);
    }
    Map<CaseProperty, String> filters = new LinkedHashMap<>();
    parameters.names().stream()
        .flatMap(name -> CaseProperty.of(name).stream())
        .forEach(one -> filters.put(one, IndicatorWish.text(parameters, one.wireName())));
    return new CaseWish(
        areas.chosen(IndicatorWish.text(parameters, "area")),
        from,
        to,
        filters,
        split(parameters, filters),
        parameters.contains("list"));
  }

  private static CaseProperty split(MultiMap parameters, Map<CaseProperty, String> filters) {
    String given = IndicatorWish.text(parameters, "split");
    Optional<CaseProperty> wanted = CaseProperty.of(given);
    if (wanted.isEmpty() && !given.isEmpty()) {
      throw new BadParameterException("split", given, String.join(", ", names()));
    }
    return wanted.filter(one -> !filters.containsKey(one)).orElseGet(() -> firstFree(filters));
  }

  private static CaseProperty firstFree(Map<CaseProperty, String> filters) {
    return Arrays.stream(CaseProperty.values())
        .filter(one -> !filters.containsKey(one))
        .findFirst()
        .orElse(CaseProperty.HOUR);
  }

  private static List<String> names() {
    return Arrays.stream(CaseProperty.values()).map(CaseProperty::wireName).toList();
  }

  /**
   * The same in the words of the query; what is reported after the moment is left out. The whole
   * city has the cases that no grid was found for, and those of grids that are gone, too.
   */
  Chosen chosen(Areas areas, CityMoment moment) {
    Instant end = to.plusDays(1).atStartOfDay(moment.zone()).toInstant();
    List<AreaRow> base = areas.grids();
    return new Chosen(
        areas.isWhole(area),
        areas.gridsOf(area),
        base.stream().map(AreaRow::areaId).toList(),
        base.stream().map(AreaRow::gridType).toList(),
        filters.keySet().stream().map(CaseProperty::wireName).toList(),
        List.copyOf(filters.values()),
        from.atStartOfDay(moment.zone()).toInstant(),
        end.isAfter(moment.now()) ? moment.now() : end,
        moment.zone());
  }

  /** The address with one property more, split by what is next. */
  String with(CaseProperty property, String value) {
    Map<CaseProperty, String> more = new LinkedHashMap<>(filters);
    more.put(property, value);
    return address(more, firstFree(more), false);
  }

  /** The address with one property less, split by it. */
  String without(CaseProperty property) {
    Map<CaseProperty, String> fewer = new LinkedHashMap<>(filters);
    fewer.remove(property);
    return address(fewer, property, false);
  }

  /** The address of the same split by another property. */
  String splitBy(CaseProperty other) {
    return address(filters, other, false);
  }

  /** The address of the cases themselves. */
  String list() {
    return address(filters, split, true);
  }

  private String address(
      Map<CaseProperty, String> chosen, CaseProperty splitBy, boolean withCases) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("area", area.areaId());
    parameters.put("from", from.toString());
    parameters.put("to", to.toString());
    parameters.put("split", splitBy.wireName());
    parameters.put("list", withCases ? "1" : "");
    // An empty value is one, too: cases of which it is not told.
    return Stream.concat(
            Stream.of(Address.of(PATH, parameters)),
            chosen.entrySet().stream()
                .map(one -> Address.pair(one.getKey().wireName(), one.getValue())))
        .collect(Collectors.joining("&"));
  }
}
