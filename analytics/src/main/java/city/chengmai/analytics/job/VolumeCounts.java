package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.RowStream;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads how many cases of each category were reported where and when. ClickHouse counts, so that a
 * row is a series and not a case; what is left is small enough for one reader.
 */
final class VolumeCounts {

  // Longer than the model of hours ever looks back: two years, four weeks left out, a week's wait.
  private static final int HOURS_LOOK_BACK_DAYS = 775;

  private VolumeCounts() {}

  /** By category, grid and day, over the city's whole period. */
  static Map<String, List<AreaCounts>> daily(RunContext run, DaySpan period) {
    return read(run, "volumes.sql", period);
  }

  /**
   * By category and hour as far back as the model looks; by grid only where a grid may have enough
   * cases to be judged by the hour.
   */
  static Map<String, List<AreaCounts>> hourly(RunContext run, DaySpan judged) {
    LocalDate from = judged.from().minusDays(HOURS_LOOK_BACK_DAYS);
    LocalDate first = run.city().firstDay();
    return read(
        run, "volumes_hourly.sql", new DaySpan(from.isBefore(first) ? first : from, judged.to()));
  }

  /** Counts of all categories together. */
  static List<AreaCounts> allCategories(Map<String, List<AreaCounts>> counts) {
    return counts.values().stream().flatMap(Collection::stream).toList();
  }

  private static Map<String, List<AreaCounts>> read(RunContext run, String file, DaySpan span) {
    ClickHouseQuery query =
        ClickHouseQuery.of(
            QueryText.of(
                file,
                Map.of(
                    "zone", run.city().zone().getId(),
                    "from", Stamp.text(run.city().startOf(span.from())),
                    "until", Stamp.text(run.city().startOf(span.to())))));
    Map<String, List<AreaCounts>> counts = new TreeMap<>();
    try (ClickHouseClient client = run.store().client();
        RowStream rows = client.stream(query)) {
      while (rows.hasNext()) {
        JsonNode row = rows.next();
        counts
            .computeIfAbsent(row.get(0).asText(), category -> new ArrayList<>())
            .add(counts(row.get(1).asText(), row.get(2)));
      }
    }
    return counts;
  }

  private static AreaCounts counts(String area, JsonNode pairs) {
    int[] periods = new int[pairs.size()];
    int[] cases = new int[pairs.size()];
    for (int i = 0; i < periods.length; i++) {
      periods[i] = pairs.get(i).get(0).asInt();
      cases[i] = pairs.get(i).get(1).asInt();
    }
    return new AreaCounts(area, periods, cases);
  }
}
