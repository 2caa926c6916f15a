package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the rows of a block lie in their table. The range may hold more rows than the block.
 *
 * @param rows of the table
 * @param subjects the values of each column of the subject that the block holds
 * @param from first day
 * @param to last day
 */
record StoredKeys(PublishedRows rows, List<Set<String>> subjects, LocalDate from, LocalDate to) {

  /** A longer list would not fit into a query; the other columns narrow it down then. */
  private static final int MOST_VALUES = 3_000;

  /** The keys of a block that is not empty. */
  static StoredKeys of(PublishedRows rows, List<Object[]> block) {
    List<Set<String>> subjects = new ArrayList<>();
    rows.table().subject().forEach(column -> subjects.add(new LinkedHashSet<>()));
    LocalDate from = LocalDate.MAX;
    LocalDate to = LocalDate.MIN;
    for (Object[] row : block) {
      LocalDate day = rows.day(row);
      from = day.isBefore(from) ? day : from;
      to = day.isAfter(to) ? day : to;
      List<Object> subject = rows.subject(row);
      for (int i = 0; i < subject.size(); i++) {
        subjects.get(i).add(subject.get(i).toString());
      }
    }
    return new StoredKeys(rows, subjects, from, to);
  }

  ClickHouseQuery query() {
    String day = rows.table().day();
    StringBuilder query = new StringBuilder("SELECT `");
    query
        .append(String.join("`, `", rows.shape().names()))
        .append("` FROM %s FINAL WHERE ".formatted(rows.table().table()))
        .append("%s >= '%s' AND %s <= '%s'".formatted(day, from, day, to));
    for (int i = 0; i < subjects.size(); i++) {
      if (subjects.get(i).size() <= MOST_VALUES) {
        query.append(" AND %s IN (%s)".formatted(rows.table().subject().get(i), list(i)));
      }
    }
    return ClickHouseQuery.of(query.toString());
  }

  private String list(int column) {
    return subjects.get(column).stream().map(QueryText::quoted).collect(Collectors.joining(", "));
  }
}
