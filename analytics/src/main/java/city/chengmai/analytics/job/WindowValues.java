package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Values of an indicator over windows that do not overlap: whole weeks where there are enough of
 * them, else trailing 30 days, back from the last whole day.
 */
final class WindowValues {

  private static final int SPAN = 30;
  private static final int ENOUGH_WEEKS = 8;
  private static final String LATEST =
      "SELECT value FROM indicator_30d FINAL WHERE indicator = {indicator:String}"
          + " AND area_id = {area:String} AND day = {day:Date} AND state = 'measured'";
  private static final String TRAILING =
      "SELECT toString(day) AS last_day, value FROM indicator_30d FINAL"
          + " WHERE indicator = {indicator:String} AND area_id = {area:String}"
          + " AND state = 'measured' AND day >= {from:Date} AND day <= {until:Date}"
          + " AND dateDiff('day', day, {until:Date}) % 30 = 0 ORDER BY day";
  private static final String WEEKS =
      "SELECT toString(period_start + 6) AS last_day, value FROM indicator_periods FINAL"
          + " WHERE indicator = {indicator:String} AND area_id = {area:String}"
          + " AND period = 'week' AND state = 'measured'"
          + " AND period_start >= {from:Date} AND period_start + 6 <= {until:Date}"
          + " ORDER BY period_start";

  /**
   * Windows, oldest first.
   *
   * @param kind week or 30-days
   * @param days last day of each
   * @param values as many
   */
  record Windows(String kind, List<LocalDate> days, List<Double> values) {}

  private final ClickHouseClient client;
  private final CityFrame city;

  WindowValues(ClickHouseClient client, CityFrame city) {
    this.client = client;
    this.city = city;
  }

  /** The last day of the city that is over. */
  LocalDate lastDay() {
    return city.knownUntil().atZone(city.zone()).toLocalDate().minusDays(1);
  }

  /** The value of the 30 days up to the last whole one, when it is measured. */
  OptionalDouble latest(String indicator, String area) {
    ClickHouseQuery query = query(LATEST, indicator, area).with("day", lastDay());
    return client.rows(query).stream().mapToDouble(row -> row.get("value").asDouble()).findFirst();
  }

  /** Windows that begin on that day at the earliest, and within the city's period. */
  Windows windows(String indicator, String area, LocalDate from) {
    LocalDate begin = from.isBefore(city.firstDay()) ? city.firstDay() : from;
    Windows weeks = read("week", WEEKS, indicator, area, begin);
    return weeks.days().size() >= ENOUGH_WEEKS
        ? weeks
        : read("30-days", TRAILING, indicator, area, begin.plusDays(SPAN - 1L));
  }

  private Windows read(String kind, String sql, String indicator, String area, LocalDate from) {
    ClickHouseQuery query = query(sql, indicator, area).with("from", from).with("until", lastDay());
    List<LocalDate> days = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (ObjectNode row : client.rows(query)) {
      days.add(LocalDate.parse(row.get("last_day").asText()));
      values.add(row.get("value").asDouble());
    }
    return new Windows(kind, days, values);
  }

  private static ClickHouseQuery query(String sql, String indicator, String area) {
    return ClickHouseQuery.of(sql).with("indicator", indicator).with("area", area);
  }
}
