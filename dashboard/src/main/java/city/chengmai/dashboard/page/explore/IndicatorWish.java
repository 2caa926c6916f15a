package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.handler.HttpException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to see of an indicator, as the address says.
 *
 * @param day the latest day that may be shown
 * @param overTime one area over time; otherwise the areas below it side by side
 */
record IndicatorWish(
    Indicator indicator, AreaRow area, Period period, LocalDate day, boolean overTime) {

  static final String PATH = "/explore";
  static final String AREAS = "areas";
  static final String TIME = "time";

  private static final int NOT_FOUND = 404;
  private static final int LAST_YEAR = 9999;
  private static final String USUAL = "M04";

  /**
   * What an address asks for.
   *
   * @param today used when it names no day
   * @throws BadParameterException for a period, split or day that is none
   * @throws HttpException with 404 for an indicator or area that is not there
   */
  static IndicatorWish of(MultiMap parameters, Catalogue catalogue, Areas areas, LocalDate today) {
    String id = text(parameters, "indicator");
    Indicator indicator =
        catalogue.find(id.isEmpty() ? USUAL : id).orElseThrow(() -> new HttpException(NOT_FOUND));
    AreaRow area = areas.chosen(text(parameters, "area"));
    String period = text(parameters, "period");
    String split = text(parameters, "split");
    if (!split.isEmpty() && !split.equals(AREAS) && !split.equals(TIME)) {
      throw new BadParameterException("split", split, AREAS + ", " + TIME);
    }
    return new IndicatorWish(
        indicator,
        area,
        period.isEmpty()
            ? Period.WINDOW
            : Period.of(period)
                .orElseThrow(
                    () ->
                        new BadParameterException(
                            "period", period, String.join(", ", Period.names()))),
        day(parameters, "day").orElse(today),
        split.equals(TIME) || areas.below(area).isEmpty());
  }

  /** A parameter without blanks around; empty when it is not there. */
  static String text(MultiMap parameters, String name) {
    String given = parameters.get(name);
    return given == null ? "" : given.strip();
  }

  /**
   * A day of the years 1 to 9999.
   *
   * @throws BadParameterException when it is none
   */
  static Optional<LocalDate> day(MultiMap parameters, String name) {
    String given = text(parameters, name);
    try {
      Optional<LocalDate> day =
          given.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(given));
      if (day.map(LocalDate::getYear).filter(year -> year < 1 || year > LAST_YEAR).isEmpty()) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Told below, like a day that no calendar of a city reaches.
    }
    throw new BadParameterException(name, given, "2026-03-18");
  }

  /** The address of the same for another area. */
  String of(String areaId, String split) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("indicator", indicator.id());
    parameters.put("area", areaId);
    parameters.put("period", period.wireName());
    parameters.put("day", day.toString());
    parameters.put("split", split);
    return Address.of(PATH, parameters);
  }
}
