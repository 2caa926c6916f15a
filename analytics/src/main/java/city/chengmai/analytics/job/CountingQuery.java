package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A query that counts one family of tables: the file names, for each row, the windows it counts
 * for, {@code steps.sql} turns them into steps of running sums. Rates of several queries add up, so
 * a large family may be counted in disjoint slices at once.
 *
 * <p>Of a large family a long period need not be counted whole each time. What was known at some
 * moment stays; what became known since is counted and added:
 *
 * <pre>
 *   known(m)                 counted as if the run ended at m
 *   known(now)               = known(m) + since(m)
 *   since(m), by row         of the rows that something happened to since m: known(now) - known(m)
 *   since(m), by moment      what is counted at a moment of its own, from m on
 * </pre>
 *
 * @param file SQL below {@code counting/}
 * @param growth how what is new is told from what was known
 */
record CountingQuery(String file, Growth growth) {

  /** How what became known since a moment is counted. */
  enum Growth {
    /** Rows that change; what they counted for at the moment is taken off again. */
    BY_ROW,
    /** Each row counts for one moment and says nothing later. */
    BY_MOMENT,
    /** Small: counted whole each time. */
    NONE
  }

  /** All of them. Medians are no sums and have a query of their own. */
  static final List<CountingQuery> ALL =
      List.of(
          new CountingQuery("cases.sql", Growth.BY_ROW),
          new CountingQuery("orders.sql", Growth.BY_ROW),
          new CountingQuery("repeats.sql", Growth.BY_MOMENT),
          new CountingQuery("foresight.sql", Growth.BY_MOMENT),
          new CountingQuery("recurrences.sql", Growth.BY_MOMENT),
          new CountingQuery("patrols.sql", Growth.NONE),
          new CountingQuery("enforcement.sql", Growth.NONE),
          new CountingQuery("complaints.sql", Growth.NONE),
          new CountingQuery("appeals.sql", Growth.NONE),
          new CountingQuery("enterprises.sql", Growth.NONE),
          new CountingQuery("buildings.sql", Growth.NONE),
          new CountingQuery("records.sql", Growth.NONE),
          new CountingQuery("components.sql", Growth.NONE),
          new CountingQuery("discrepancies.sql", Growth.NONE),
          new CountingQuery("hits.sql", Growth.NONE),
          new CountingQuery("alarms.sql", Growth.NONE),
          new CountingQuery("feeds.sql", Growth.NONE));

  // Far beyond any day or period, for what has not happened.
  private static final int NEVER = 10_000_000;

  /** Whether it counts for an indicator. */
  boolean counts(String indicator) {
    return QueryText.read("counting/" + file).contains("('" + indicator);
  }

  /** Whether each row counts for one moment, so that days add up to periods. */
  boolean isOfMoments() {
    return growth == Growth.BY_MOMENT;
  }

  /** Whether it may count anything while these tables are empty: it reads another one. */
  boolean mayCount(Set<SourceTable> empty) {
    return !empty.containsAll(tables());
  }

  /** The tables that it reads. */
  Set<SourceTable> tables() {
    String text = QueryText.read("counting/" + file);
    return Arrays.stream(SourceTable.values())
        .filter(
            table ->
                Pattern.compile("\\b(FROM|JOIN)\\s+" + table.table() + "\\b").matcher(text).find())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The texts of this query, one a slice. */
  List<String> texts(Map<String, String> values, int slices) {
    int count = growth == Growth.BY_ROW ? slices : 1;
    return IntStream.range(0, count).mapToObj(slice -> text(values, slice, count)).toList();
  }

  /**
   * The texts of what was known at a moment, for all windows that end later, too; none if small.
   */
  List<String> known(Map<String, String> values, int slices, Instant moment) {
    if (growth == Growth.NONE) {
      return List.of();
    }
    return texts(
        with(values, Map.of("until", Stamp.text(moment), "end", String.valueOf(NEVER))), slices);
  }

  /** The texts of what became known since a moment; the whole of a small family. */
  List<String> since(Map<String, String> values, Instant moment) {
    if (growth == Growth.NONE) {
      return texts(values, 1);
    }
    Map<String, String> now = with(values, Map.of("since", Stamp.text(moment), "open", "0"));
    if (growth == Growth.BY_MOMENT) {
      return texts(now, 1);
    }
    Map<String, String> then = with(now, Map.of("until", Stamp.text(moment), "sign", "-1."));
    return Stream.of(now, then).flatMap(each -> texts(each, 1).stream()).toList();
  }

  private static Map<String, String> with(Map<String, String> values, Map<String, String> other) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(other);
    return all;
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
    WorkedDays worked = WorkedDays.of(run.city());
    Map<String, String> values = new HashMap<>();
    values.put("zone", run.city().zone().getId());
    values.put("until", Stamp.text(run.city().knownUntil()));
    values.put("since", Stamp.text(windows.since(run.city())));
    values.put("first", String.valueOf(windows.first()));
    values.put("end", String.valueOf(windows.end()));
    values.put("never", String.valueOf(NEVER));
    values.put("number", windows.grain().function());
    values.put("open", "1");
    values.put("sign", "1.");
    values.put("spans", joined(windows.grain().spans()));
    values.put("worked", worked.before());
    values.put("workedFrom", String.valueOf(worked.firstDay()));
    values.put("opens", String.valueOf(WorkedDays.opens()));
    values.put("closes", String.valueOf(WorkedDays.closes()));
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
