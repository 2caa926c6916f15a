package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A query that counts one family of tables: the file names, for each row, the windows it counts
 * for, {@code steps.sql} turns them into steps of running sums. Rates of several queries add up, so
 * a large family may be counted in disjoint slices at once.
 *
 * @param file SQL below {@code counting/}
 * @param large whether it is worth slicing
 */
record CountingQuery(String file, boolean large) {

  /** All of them. Medians are no sums and have a query of their own. */
  static final List<CountingQuery> ALL =
      List.of(
          new CountingQuery("cases.sql", true),
          new CountingQuery("orders.sql", true),
          new CountingQuery("repeats.sql", false),
          new CountingQuery("foresight.sql", false),
          new CountingQuery("recurrences.sql", false),
          new CountingQuery("patrols.sql", false),
          new CountingQuery("enforcement.sql", false),
          new CountingQuery("complaints.sql", false),
          new CountingQuery("appeals.sql", false),
          new CountingQuery("enterprises.sql", false),
          new CountingQuery("buildings.sql", false),
          new CountingQuery("records.sql", false),
          new CountingQuery("components.sql", false),
          new CountingQuery("discrepancies.sql", false),
          new CountingQuery("hits.sql", false),
          new CountingQuery("alarms.sql", false),
          new CountingQuery("feeds.sql", false));

  // Far beyond any day or period, for what has not happened.
  private static final int NEVER = 10_000_000;

  /** The texts of this query, one a slice. */
  List<String> texts(Map<String, String> values, int slices) {
    int count = large ? slices : 1;
    return IntStream.range(0, count).mapToObj(slice -> text(values, slice, count)).toList();
  }

  private String text(Map<String, String> values, int slice, int slices) {
    Map<String, String> all = new HashMap<>(values);
    all.put("slice", String.valueOf(slice));
    all.put("slices", String.valueOf(slices));
    all.put("intervals", QueryText.of("counting/" + file, all));
    return QueryText.of("counting/steps.sql", all);
  }

  /** What the texts of a run need to know. */
  static Map<String, String> values(RunContext run, Windows windows, Catalogue catalogue) {
    WorkingDaySteps steps = WorkingDaySteps.of(run.city());
    Map<String, String> values = new HashMap<>();
    values.put("zone", run.city().zone().getId());
    values.put("until", Stamp.text(run.city().knownUntil()));
    values.put("since", Stamp.text(windows.since(run.city())));
    values.put("first", String.valueOf(windows.first()));
    values.put("end", String.valueOf(windows.end()));
    values.put("never", String.valueOf(NEVER));
    values.put("number", windows.grain().function());
    values.put("spans", joined(windows.grain().spans()));
    values.put("days", steps.days());
    values.put("steps", steps.steps());
    values.put("neighbours", neighbours());
    catalogue
        .indicators()
        .forEach(
            indicator ->
                indicator
                    .parameters()
                    .forEach(
                        (name, value) -> values.put(indicator.id() + "." + name, plain(value))));
    return values;
  }

  private static String joined(List<Integer> spans) {
    return spans.stream().map(span -> "toInt32(" + span + ")").collect(Collectors.joining(", "));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A cell and the eight around it. */
  private static String neighbours() {
    List<String> cells = new ArrayList<>();
    for (int x = -1; x <= 1; x++) {
      for (int y = -1; y <= 1; y++) {
        cells.add("(" + x + ", " + y + ")");
      }
    }
    return "[" + String.join(", ", cells) + "]";
  }
}
