package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of a small table as they stand, so that a run writes only what differs from them: when a
 * row was written does not make it another one.
 */
final class StandingRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double STEPS = 1e6;

  private final String table;
  private final List<String> keys;
  private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();

  /**
   * Reads a table.
   *
   * @param keys columns, all texts or days, that tell rows apart
   */
  StandingRows(ClickHouseClient client, String table, String... keys) {
    this.table = table;
    this.keys = List.of(keys);
    client.each(ClickHouseQuery.of("SELECT * FROM " + table + " FINAL"), this::add);
  }

  private void add(ObjectNode row) {
    Map<String, Object> columns =
        JSON.convertValue(row, new TypeReference<LinkedHashMap<String, Object>>() {});
    rows.put(key(columns), columns);
  }

  private String key(Map<String, Object> row) {
    return keys.stream().map(name -> (String) row.get(name)).collect(Collectors.joining("|"));
  }

  /** All of them, by key. */
  Map<String, Map<String, Object>> all() {
    return rows;
  }

  /** Writes those that differ, with the stamp of the run; returns how many. */
  long write(RunContext run, Collection<Map<String, Object>> found) {
    return write(run, found, Map.of("data_as_of", Stamp.text(run.stamp().dataAsOf())));
  }

  /** The same for rows that tell themselves what data they were made of. */
  long writeAsMade(RunContext run, Collection<Map<String, Object>> found) {
    return write(run, found, Map.of());
  }

  private long write(
      RunContext run, Collection<Map<String, Object>> found, Map<String, Object> marks) {
    List<Map<String, Object>> changed = new ArrayList<>();
    for (Map<String, Object> row : found) {
      Map<String, Object> before = rows.get(key(row));
      if (before == null || !MeasureRow.content(before).equals(MeasureRow.content(row))) {
        Map<String, Object> stamped = new LinkedHashMap<>(row);
        stamped.putAll(marks);
        stamped.put("version", run.stamp().version());
        changed.add(stamped);
      }
    }
    return TableWriter.write(
        run.store(), table, changed.stream().map(MeasureRow::stored).iterator());
  }

  /** A number of which later digits make no difference. */
  static double rounded(double value) {
    return Math.rint(value * STEPS) / STEPS;
  }
}
