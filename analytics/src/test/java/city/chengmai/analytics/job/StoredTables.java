package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What analytics has written, without the stamps of the run, and copies of it to go back to. */
final class StoredTables {

  static final List<String> NAMES =
      List.of(
          "indicator_1d",
          "indicator_30d",
          "indicator_periods",
          "indicator_standings",
          "portraits",
          "portrait_contributions",
          "portrait_changes",
          "restatements",
          "alerts");

  private static final String STAMPS =
      "data_as_of|computed_at|version|restated_at|new_data_as_of|old_data_as_of|raised_at|cleared_at";

  private static final Pattern FRACTION = Pattern.compile("\\d+\\.\\d{7,}(?:E-?\\d+)?");

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
            number -> String.format(Locale.ROOT, "%.6f", Double.parseDouble(number.group())));
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

  static void clear(ClickHouseClient admin) {
    NAMES.forEach(table -> admin.execute("TRUNCATE TABLE " + table + " SYNC"));
  }
}
