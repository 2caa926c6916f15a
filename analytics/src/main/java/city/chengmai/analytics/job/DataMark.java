package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How much data there is: two equal marks mean that nothing came in between.
 *
 * @param latest latest ingest time of a case or order, the epoch while there is none
 * @param events events folded into the rows of both tables; a city with a fixed clock records all
 *     of them at one moment
 */
public record DataMark(Instant latest, long events) {

  private static final String MARK =
      "SELECT toString(max(recorded_at)) AS latest, toString(sum(version)) AS events FROM"
          + " (SELECT recorded_at, version FROM cases FINAL"
          + " UNION ALL SELECT recorded_at, version FROM hotline_orders FINAL)";
  private static final String TOUCHED =
      "SELECT toString(min(begun)) AS begun FROM"
          + " (SELECT min(toDate(toTimeZone(reported_at, {zone:String}))) AS begun FROM cases"
          + " WHERE recorded_at >= {since:DateTime64(3, 'UTC')} HAVING count() > 0"
          + " UNION ALL SELECT min(toDate(toTimeZone(received_at, {zone:String})))"
          + " FROM hotline_orders"
          + " WHERE recorded_at >= {since:DateTime64(3, 'UTC')} HAVING count() > 0)";

  static DataMark read(ClickHouseClient client) {
    ObjectNode row = client.rows(MARK).get(0);
    LocalDateTime latest = LocalDateTime.parse(row.get("latest").asText().replace(' ', 'T'));
    return new DataMark(latest.toInstant(ZoneOffset.UTC), row.get("events").asLong());
  }

  /**
   * First day that data recorded since this mark can have touched: the day the oldest of the
   * changed cases and orders began; the given day when nothing changed.
   */
  LocalDate firstTouchedDay(ClickHouseClient client, ZoneId zone, LocalDate otherwise) {
    ClickHouseQuery query =
        ClickHouseQuery.of(TOUCHED).with("zone", zone.getId()).with("since", latest);
    LocalDate begun = LocalDate.parse(client.rows(query).get(0).get("begun").asText());
    return begun.equals(LocalDate.EPOCH) || begun.isAfter(otherwise) ? otherwise : begun;
  }
}
