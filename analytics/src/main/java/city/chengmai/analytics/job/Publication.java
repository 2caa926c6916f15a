package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableShape;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes blocks of rows of one table: reads what is stored under their keys, puts down what a
 * published value was before, and only then writes the rows that are new or changed. Killed in
 * between and run again, it finds the same differences under the same keys.
 *
 * @param rows what the rows mean
 * @param restatements shape of the table of restatements
 * @param zone zone of the city
 * @param restatement of the run
 * @param first whether nothing is stored yet, so that there is nothing to compare with
 */
record Publication(
    PublishedRows rows,
    TableShape restatements,
    ZoneId zone,
    Restatement restatement,
    boolean first)
    implements Serializable {

  Published publish(ClickHouseClient client, List<Object[]> block) {
    if (first) {
      TableWriter.write(client, rows.shape(), block.iterator());
      return new Published(block.size(), 0, Published.ANYTHING.firstDay());
    }
    Map<List<Object>, Object[]> stored = new HashMap<>();
    rows.shape()
        .read(client, StoredKeys.of(rows, block).query(), row -> stored.put(rows.key(row), row));
    List<Object[]> changed = new ArrayList<>();
    List<Object[]> restated = new ArrayList<>();
    long firstDay = Long.MAX_VALUE;
    for (Object[] row : block) {
      Object[] before = stored.get(rows.key(row));
      boolean published = before != null && rows.isPublished(before, zone);
      if (published && rows.sameContent(before, row)) {
        if (rows.sameRun(before, row)) {
          // A task of this run wrote it and was lost before it could tell.
          firstDay = Math.min(firstDay, rows.day(row).toEpochDay());
        }
        continue;
      }
      if (published && !rows.sameFigures(before, row)) {
        restated.add(restatements.plain(restatement.columns(rows, before, row)));
      }
      changed.add(row);
      firstDay = Math.min(firstDay, rows.day(row).toEpochDay());
    }
    // The order is the promise: a value is overwritten when its past is safe.
    TableWriter.write(client, restatements, restated.iterator());
    TableWriter.write(client, rows.shape(), changed.iterator());
    return new Published(changed.size(), restated.size(), firstDay);
  }
}
