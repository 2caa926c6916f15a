package city.chengmai.analytics.job;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a run must know about the city from the tables that ingest fills at its start. */
final class CityFrames {

  private static final String CITY =
      "SELECT city, zone, clock, toString(first_day) AS first_day, toString(last_day) AS last_day"
          + " FROM cities FINAL ORDER BY version DESC, city LIMIT 1";
  private static final String AREAS =
      "SELECT area_id, parent_id, level, grid_type, overlay, residents, enterprises,"
          + " square_kilometres, community_form FROM areas FINAL ORDER BY position, area_id, valid_from";

  private CityFrames() {}

  /** The city, or empty while ingest has not described it yet. */
  static Optional<CityFrame> find(
      ClickHouseClient client, CityTime time, Function<String, HolidayCalendar> holidays) {
    List<ObjectNode> cities = client.rows(CITY);
    List<AreaNode> areas = client.rows(AREAS).stream().map(CityFrames::area).toList();
    if (cities.isEmpty() || areas.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode city = cities.get(0);
    ZoneId zone = ZoneId.of(city.get("zone").asText());
    Instant now = time.described(city.get("clock").asText()).instant();
    return Optional.of(
        new CityFrame(
            city.get("city").asText(),
            zone,
            LocalDate.parse(city.get("first_day").asText()),
            endDay(city, now, zone),
            now,
            new AreaForest(areas),
            holidays.apply(city.get("city").asText())));
  }

  /** The city; it is an error when ingest has not described it. */
  static CityFrame read(
      ClickHouseClient client, CityTime time, Function<String, HolidayCalendar> holidays) {
    return find(client, time, holidays)
        .orElseThrow(
            () ->
                new StoreException(
                    ErrorCategory.BAD_CONFIGURATION,
                    "reading the city of "
                        + client.endpoint()
                        + ": tables cities and areas are"
                        + " empty, expected a city and its areas; start ingest once, it writes them"));
  }

  private static LocalDate endDay(ObjectNode city, Instant now, ZoneId zone) {
    LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
    if (city.get("last_day").isNull()) {
      return tomorrow;
    }
    LocalDate last = LocalDate.parse(city.get("last_day").asText());
    return last.isBefore(tomorrow) ? last : tomorrow;
  }

  private static AreaNode area(ObjectNode row) {
    return new AreaNode(
        row.get("area_id").asText(),
        row.get("parent_id").asText(),
        row.get("level").asText(),
        row.get("grid_type").asText(),
        row.get("overlay").asInt() == 1,
        row.get("residents").asLong(),
        row.get("enterprises").asLong(),
        row.get("square_kilometres").asDouble(),
        row.get("community_form").asText());
  }
}
