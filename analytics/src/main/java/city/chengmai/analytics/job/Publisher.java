package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableShape;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;

/**
 * The only way into the published tables. A value counts as published once it was computed with
 * data from after the end of its window. A published value that changes leaves a row in {@code
 * restatements}; one that did not change is not written again and keeps its data-as-of. Single
 * thread; lives as long as its runner.
 */
final class Publisher {

  private static final String REDEFINED =
      """
      SELECT toInt32(day) AS number, toInt64(max(version)) AS latest
      FROM restatements FINAL
      WHERE reason = 'definition' AND period = '30-days' AND NOT startsWith(measure, 'portrait.')
          AND day >= {from:Date} AND day < {to:Date}
      GROUP BY day
      """;

  private final Map<PublishedTable, Published> changed = new EnumMap<>(PublishedTable.class);

  /** Publishes rows of one table whose keys differ; returns the number of rows written. */
  <T extends StoredRow> long publish(RunContext run, PublishedTable table, JavaRDD<T> rows) {
    return publish(run, Set.of(table), rows, row -> table);
  }

  /** Publishes rows of several tables in one pass; returns the number of rows written. */
  <T extends StoredRow> long publish(
      RunContext run,
      Set<PublishedTable> tables,
      JavaRDD<T> rows,
      Function<T, PublishedTable> table) {
    Publications publications = new Publications(run.store(), publications(run, tables));
    Map<PublishedTable, Published> all = new EnumMap<>(PublishedTable.class);
    // Until it is known what was written: the next run finds it unchanged and must not rely on
    // that.
    tables.forEach(target -> all.put(target, Published.ANYTHING));
    try {
      List<Map<PublishedTable, Published>> parts =
          rows.mapPartitions(part -> List.of(publications.publish(part, table)).iterator())
              .collect();
      all.clear();
      parts.forEach(part -> part.forEach((key, value) -> all.merge(key, value, Published::plus)));
    } finally {
      all.forEach((target, published) -> changed.merge(target, published, Published::plus));
    }
    return all.values().stream().mapToLong(Published::written).sum();
  }

  /** First day with a row that was written since {@link #forget}, empty when none was. */
  Optional<LocalDate> firstChanged(PublishedTable table) {
    long first = changed.getOrDefault(table, Published.NOTHING).firstDay();
    if (first == Long.MAX_VALUE) {
      return Optional.empty();
    }
    return Optional.of(first == Long.MIN_VALUE ? LocalDate.MIN : LocalDate.ofEpochDay(first));
  }

  /** All that depends on the changes has been computed. */
  void forget() {
    changed.clear();
  }

  private static Map<PublishedTable, Publication> publications(
      RunContext run, Set<PublishedTable> tables) {
    Map<PublishedTable, Publication> publications = new EnumMap<>(PublishedTable.class);
    try (ClickHouseClient client = run.store().client()) {
      for (PublishedTable table : tables) {
        publications.put(table, publication(run, client, table));
      }
    }
    return publications;
  }

  private static Publication publication(
      RunContext run, ClickHouseClient client, PublishedTable table) {
    String any = "SELECT count() FROM (SELECT 1 FROM " + table.table() + " LIMIT 1)";
    boolean first = client.scalar(ClickHouseQuery.of(any).setting("final", 0)).equals("0");
    Map<Long, Long> redefined =
        table == PublishedTable.PORTRAITS ? redefined(client, run.days()) : Map.of();
    return new Publication(
        new PublishedRows(table, TableShape.of(client, table.table())),
        TableShape.of(client, Restatement.TABLE),
        run.city().zone(),
        new Restatement(run.stamp(), redefined),
        first);
  }

  private static Map<Long, Long> redefined(ClickHouseClient client, DaySpan days) {
    Map<Long, Long> redefined = new HashMap<>();
    ClickHouseQuery query =
        ClickHouseQuery.of(REDEFINED).with("from", days.from()).with("to", days.to());
    for (ObjectNode row : client.rows(query)) {
      redefined.put(row.get("number").asLong(), row.get("latest").asLong());
    }
    return redefined;
  }
}
