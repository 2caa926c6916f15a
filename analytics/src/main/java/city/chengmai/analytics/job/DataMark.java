package city.chengmai.analytics.job;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What data there is: two equal marks mean that nothing came in between. The contents of each day
 * are compared, not ingest times: rows are written by several threads, and those with an older
 * ingest time may come later.
 *
 * @param latest latest ingest time of a case or order, the epoch while there is none
 * @param contents a sum over the cases and orders that began on a day of UTC, with their versions
 */
public record DataMark(Instant latest, Map<LocalDate, String> contents) {

  private static final String MARK =
      """
      SELECT toString(begun) AS day, toString(max(recorded_at)) AS latest,
             toString(sum(cityHash64(kind, id, version, recorded_at))) AS content
      FROM
      (
          SELECT toDate(reported_at) AS begun, 'case' AS kind, case_id AS id, version, recorded_at
          FROM cases FINAL
          UNION ALL
          SELECT toDate(received_at), 'order', order_id, version, recorded_at
          FROM hotline_orders FINAL
      )
      GROUP BY begun
      """;

  /** Copies the contents. */
  public DataMark {
    requireNonNull(latest, "latest");
    contents = Map.copyOf(contents);
  }

  static DataMark read(ClickHouseClient client) {
    Instant latest = Instant.EPOCH;
    Map<LocalDate, String> contents = new HashMap<>();
    for (ObjectNode row : client.rows(MARK)) {
      Instant recorded =
          LocalDateTime.parse(row.get("latest").asText().replace(' ', 'T'))
              .toInstant(ZoneOffset.UTC);
      latest = recorded.isAfter(latest) ? recorded : latest;
      contents.put(LocalDate.parse(row.get("day").asText()), row.get("content").asText());
    }
    return new DataMark(latest, contents);
  }

  /**
   * First day that what came between this mark and a later one can have touched: the day on which
   * the oldest of the changed cases and orders began; empty when nothing changed.
   */
  Optional<LocalDate> firstTouchedDay(DataMark later) {
    // A day of UTC begins on the day before it in cities west of Greenwich.
    return Stream.concat(contents.keySet().stream(), later.contents.keySet().stream())
        .filter(day -> !String.valueOf(contents.get(day)).equals(later.contents.get(day)))
        .min(LocalDate::compareTo)
        .map(day -> day.minusDays(1));
  }
}
