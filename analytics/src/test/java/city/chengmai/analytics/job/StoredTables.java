package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What analytics has written, without the stamps of the run, and copies of it to go back to. */
public final class StoredTables {

  static final List<String> NAMES =
      List.of(
          "indicator_1d",
          "indicator_30d",
          "indicator_periods",
          "indicator_definitions",
          "indicator_standings",
          "portraits",
          "portrait_contributions",
          "portrait_changes",
          "restatements",
          "alerts");

  private static final String STAMPS =
      "data_as_of|computed_at|version|restated_at|new_data_as_of|old_data_as_of|raised_at|cleared_at";

  private static final Pattern FRACTION = Pattern.compile("\\d+\\.\\d+(?:[Ee]-?\\d+)?");

  private StoredTables() {}

  /** Every row in a fixed order; numbers to six places, as sums in another order differ. */
  static List<String> rows(ClickHouseClient client) {
    List<String> rows = new ArrayList<>();
    for (String table : NAMES) {
      String query =
          "SELECT * EXCEPT('^(%s)$') FROM %s FINAL ORDER BY ALL".formatted(STAMPS, table);
      client.rows(query).forEach(row -> rows.add(table + " " + rounded(row.toString())));
    }
    rows.sort(String::compareTo);
    return rows;
  }

  private static String rounded(String row) {
    return FRACTION
        .matcher(row)
        .replaceAll(
            number ->
                new BigDecimal(number.group())
                    .setScale(6, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString());
  }

  /** Compares rows of two runs; a failure tells those that only one of them has. */
  static void assertSame(String description, List<String> expected, List<String> actual) {
    Set<String> missing = new TreeSet<>(expected);
    Set<String> surplus = new TreeSet<>(actual);
    surplus.removeIf(missing::remove);
    assertThat(missing).as("missing, " + description).isEmpty();
    assertThat(surplus).as("surplus, " + description).isEmpty();
  }

  static void backUp(ClickHouseClient admin) {
    for (String table : NAMES) {
      admin.execute("CREATE TABLE backup_" + table + " AS " + table);
      admin.execute("INSERT INTO backup_" + table + " SELECT * FROM " + table + " FINAL");
    }
  }

  static void restore(ClickHouseClient admin) {
    for (String table : NAMES) {
      admin.execute("TRUNCATE TABLE " + table + " SYNC");
      admin.execute("INSERT INTO " + table + " SELECT * FROM backup_" + table);
    }
  }

  /** Empties them all. */
  public static void clear(ClickHouseClient admin) {
    NAMES.forEach(table -> admin.execute("TRUNCATE TABLE " + table + " SYNC"));
  }
}
