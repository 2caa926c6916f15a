package city.chengmai.dashboard.query;

import static java.util.Map.entry;

import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import city.chengmai.datasets.calendar.NextWorkingDays;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.schema.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that stand behind the value of an indicator, by the rules that analytics counts by:
 * where higher is better those below the line and not above it, where lower is better those above
 * it, for a context indicator those that it lacks or counts. One query a family of tables; {@link
 * #QUERIES} is the one place that says which answers what.
 */
public final class BehindQueries {

  /** A hotline order. */
  public record OrderRow(
      String orderId,
      String category,
      String caseId,
      Instant receivedAt,
      Instant dueAt,
      Instant firstContactedAt,
      Instant repliedAt,
      String outcome,
      String satisfaction) {}

  /**
   * Anything else: a round, a notice, a complaint, an appeal, a file, a field, an alarm, a feed.
   *
   * @param what what it is: a category, a word of ours or a text, by {@code whatKind}
   * @param whatKind category, word, field, device, feed or text
   * @param aboutKind case, enterprise or building when it belongs to one that has a page, else
   *     empty
   * @param aboutName its name; may be there without a page
   * @param at when it happened, or was told last
   * @param due until when it should have been done; null when there is no such time
   * @param state why it counts
   * @param weight how much it counts, in the unit of the rate
   * @param total how many rows there are, listed or not
   */
  public record EntityRow(
      String id,
      String what,
      String whatKind,
      String aboutKind,
      String aboutId,
      String aboutName,
      Instant at,
      Instant due,
      String state,
      double weight,
      long total) {

    /** Columns that a query leaves out are empty. */
    public EntityRow {
      aboutKind = Objects.requireNonNullElse(aboutKind, "");
      aboutId = Objects.requireNonNullElse(aboutId, "");
      aboutName = Objects.requireNonNullElse(aboutName, "");
    }
  }

  /**
   * Which rows: those of a grid, or of all grids of a larger area, in a window.
   *
   * @param grids base grids, or one overlay grid
   * @param start included
   * @param now not included
   * @param nextWorkingDays when a contact is due, for the days of the window
   */
  public record Question(
      Indicator indicator,
      List<String> grids,
      Instant start,
      Instant now,
      ZoneId zone,
      NextWorkingDays nextWorkingDays) {}

  /** What was found, in lists by shape. */
  public record Behind(List<OpenCaseRow> cases, List<OrderRow> orders, List<EntityRow> others) {

    /** Whether there is nothing at all. */
    public boolean nothing() {
      return cases.isEmpty() && orders.isEmpty() && others.isEmpty();
    }
  }

  private static final List<String> CASES = List.of("behind-cases", "behind-recurrences");
  private static final List<String> ORDERS = List.of("behind-orders", "behind-repeats");

  private static final Map<String, List<String>> QUERIES =
      Map.ofEntries(
          entry("M01", List.of("behind-cases")),
          entry("M02", List.of("behind-cases")),
          entry("M03", List.of("behind-cases")),
          entry("M04", List.of("behind-cases")),
          entry("M05", List.of("behind-cases")),
          entry("M06", List.of("behind-cases")),
          entry("M07", List.of("behind-cases")),
          entry("M08", List.of("behind-orders")),
          entry("M09", List.of("behind-patrols")),
          entry("M10", List.of("behind-enforcement")),
          entry("M11", List.of("behind-cases")),
          entry("S01", List.of("behind-orders")),
          entry("S02", List.of("behind-orders")),
          entry("S03", List.of("behind-orders")),
          entry("S04", List.of("behind-orders")),
          entry("S05", List.of("behind-repeats")),
          entry("S06", List.of("behind-complaints")),
          entry("S07", List.of("behind-complaints")),
          entry("S08", List.of("behind-enterprises")),
          entry("S09", List.of("behind-appeals")),
          entry("S10", List.of("behind-enterprises")),
          entry("S11", List.of("behind-enforcement")),
          entry("S12", List.of("behind-alarms")),
          entry("O01", List.of("behind-cases")),
          entry("O02", List.of("behind-orders", "behind-complaints")),
          entry("O03", List.of("behind-cases")),
          entry("O04", List.of("behind-cases")),
          entry("O05", List.of("behind-recurrences")),
          entry("O06", List.of("behind-components")),
          entry("O07", List.of("behind-records")),
          entry("O08", List.of("behind-enterprises", "behind-buildings")),
          entry("O09", List.of("behind-discrepancies")),
          entry("O10", List.of("behind-hits")),
          entry("O11", List.of("behind-feeds")),
          entry("O12", List.of("behind-buildings")));

  private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN)\\s+([a-z][a-z0-9_]*)");

  /** Tables that a query takes nothing but names from, as it says itself. */
  private static final Pattern NAMES = Pattern.compile("(?m)^-- names from ([a-z_, ]+)$");

  private static final Map<String, Set<String>> LINEAGE = readLineage();

  private final Store store;

  /** Questions to this store. */
  public BehindQueries(Store store) {
    this.store = store;
  }

  /**
   * The rows behind an indicator.
   *
   * @param limit rows of a query at most
   */
  public Behind behind(Question question, int limit) {
    Behind found = new Behind(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<String, Object> parameters = parameters(question, limit);
    for (String query : QUERIES.getOrDefault(question.indicator().id(), List.of())) {
      if (CASES.contains(query)) {
        found.cases().addAll(store.rows(query, OpenCaseRow.class, parameters));
      } else if (ORDERS.contains(query)) {
        found.orders().addAll(store.rows(query, OrderRow.class, parameters));
      } else {
        found.others().addAll(store.rows(query, EntityRow.class, parameters));
      }
    }
    return found;
  }

  /** Tables that the rows behind each indicator come from (血缘), as its queries name them. */
  public static Map<String, Set<String>> lineage() {
    return LINEAGE;
  }

  private static Map<String, Set<String>> readLineage() {
    Set<String> tables =
        Arrays.stream(Table.values()).map(Table::tableName).collect(Collectors.toSet());
    Map<String, Set<String>> lineage = new TreeMap<>();
    QUERIES.forEach(
        (indicator, queries) ->
            lineage.put(
                indicator,
                queries.stream()
                    .flatMap(query -> counted(SqlFile.read(query)))
                    .filter(tables::contains)
                    .collect(Collectors.toUnmodifiableSet())));
    return Collections.unmodifiableMap(lineage);
  }

  private static Stream<String> counted(String query) {
    Set<String> names =
        NAMES
            .matcher(query)
            .results()
            .flatMap(found -> Arrays.stream(found.group(1).split(", ")))
            .collect(Collectors.toSet());
    return READ.matcher(query)
        .results()
        .map(found -> found.group(1))
        .filter(table -> !names.contains(table));
  }

  private static Map<String, Object> parameters(Question question, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("indicator", question.indicator().id());
    parameters.put("grids", question.grids());
    parameters.put("start", question.start());
    parameters.put("now", question.now());
    parameters.put("zone", question.zone().getId());
    parameters.put("limit", limit);
    parameters.put("days", question.nextWorkingDays().days());
    parameters.put("steps", question.nextWorkingDays().steps());
    putNumbers(question.indicator(), parameters);
    return parameters;
  }

  /** The numbers of the definition by name; ClickHouse refuses to look up in nothing. */
  private static void putNumbers(Indicator indicator, Map<String, Object> parameters) {
    List<String> names = new ArrayList<>(List.of(""));
    List<Double> numbers = new ArrayList<>(List.of(0.0));
    indicator
        .parameters()
        .forEach(
            (name, number) -> {
              names.add(name);
              numbers.add(number);
            });
    parameters.put("names", names);
    parameters.put("numbers", numbers);
  }
}
