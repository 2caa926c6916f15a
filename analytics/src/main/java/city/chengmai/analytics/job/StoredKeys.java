package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the rows of a block lie in their table. The range may hold more rows than the block.
 *
 * @param rows of the table
 * @param subjects of the block
 * @param from first day
 * @param to last day
 */
record StoredKeys(PublishedRows rows, Set<List<Object>> subjects, LocalDate from, LocalDate to) {

  /** A longer list would not fit into a query; then there are few days to a subject anyway. */
  private static final int MOST_SUBJECTS = 1_500;

  /** The keys of a block that is not empty. */
  static StoredKeys of(PublishedRows rows, List<Object[]> block) {
    Set<List<Object>> subjects = new LinkedHashSet<>();
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    for (Object[] row : block) {
      LocalDate day = rows.day(row);
      from = day.isBefore(from) ? day : from;
      to = day.isAfter(to) ? day : to;
      subjects.add(rows.subject(row));
    }
    return new StoredKeys(rows, subjects, from, to);
  }

  ClickHouseQuery query() {
    String day = rows.table().day();
    String all =
        "SELECT `%s` FROM %s FINAL WHERE %s >= '%s' AND %s <= '%s'"
            .formatted(
                String.join("`, `", rows.shape().names()),
                rows.table().table(),
                day,
                from,
                day,
                to);
    return ClickHouseQuery.of(
        subjects.size() > MOST_SUBJECTS
            ? all
            : all + " AND (" + String.join(", ", rows.table().subject()) + ") IN (" + list() + ")");
  }

  private String list() {
    return subjects.stream()
        .map(
            subject ->
                subject.stream()
                    .map(part -> QueryText.quoted(part.toString()))
                    .collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(", "));
  }
}
