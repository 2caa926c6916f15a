package city.chengmai.datasets.empowerment;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.FunctionGuard;
import city.chengmai.datasets.clickhouse.RowStream;
import city.chengmai.datasets.clickhouse.StoreException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL of a model that a person wrote, asked as the analyst, who may read and nothing else. One
 * row is one hit: {@code grid} (area id; empty: the city), {@code object} (what it is about, once
 * an answer), {@code evidence} (id or array of ids of the rows behind it), {@code text} (what was
 * found, as people read it), and where wanted {@code text_en} (the same in English) and {@code
 * score} (0 to 1). The statement has to ask as of <code>{until:DateTime64(3, 'UTC')}</code>, since
 * past days are asked about too; <code>{zone:String}</code> is the city's.
 *
 * @param definition what its author wrote
 */
public record ModelSql(ModelDefinition definition) {

  /** Columns that an answer must have. */
  public static final List<String> COLUMNS = List.of("grid", "object", "evidence", "text");

  /** Columns that it may have. */
  public static final List<String> FURTHER = List.of("text_en", "score");

  private static final String TEXT = "text";
  private static final String TEXT_EN = "text_en";
  private static final int LONGEST_OBJECT = 200;
  private static final int LONGEST_TEXT = 1_000;
  private static final long MOST_BYTES = 20_000_000;
  private static final Set<Integer> TOO_SLOW = Set.of(159, 160);
  private static final int TOO_MANY = 396;
  private static final Pattern UNTIL = Pattern.compile("\\{\\s*until\\s*:");
  private static final Pattern NODE = Pattern.compile("( *)(\\w+)(?: ([^ ]+))?.*");
  private static final Set<String> CLOCKS =
      Set.of(
          "now",
          "now64",
          "nowinblock",
          "nowinblock64",
          "today",
          "yesterday",
          "utctimestamp",
          "utc_timestamp",
          "current_timestamp",
          "current_date",
          "curdate");

  /**
   * What stands at a moment.
   *
   * @param areas ids of all areas
   * @param root area of what has none
   */
  public record City(ZoneId zone, Set<String> areas, String root) {}

  /**
   * Looks at the statement without running it; returns the tables that it names.
   *
   * @param analyst the user who would run it
   * @throws ModelFault when it is refused
   * @throws StoreException when the server cannot read it
   */
  public List<String> check(ClickHouseClient analyst) {
    // That it is a question is looked at below, by the server's own tree.
    FunctionGuard.find(analyst, definition.statement())
        .filter(finding -> finding.kind() != FunctionGuard.Kind.STATEMENT)
        .ifPresent(
            finding -> {
              boolean function = finding.kind() == FunctionGuard.Kind.FUNCTION;
              throw new ModelFault(function ? "function" : "setting", finding.name());
            });
    List<String> nodes = nodes(analyst);
    if (nodes.isEmpty() || !nodes.get(0).startsWith("SelectWithUnionQuery")) {
      throw new ModelFault("not-select", "");
    }
    List<String> tables = tables(nodes);
    String formatted = FunctionGuard.formatted(analyst, definition.statement());
    if (!UNTIL.matcher(formatted).find()) {
      throw new ModelFault("no-until", "");
    }
    for (String name : FunctionGuard.names(formatted)) {
      if (CLOCKS.contains(name.toLowerCase(Locale.ROOT))) {
        throw new ModelFault("clock", name);
      }
    }
    return tables;
  }

  private List<String> nodes(ClickHouseClient analyst) {
    ClickHouseQuery tree = ClickHouseQuery.of("EXPLAIN AST " + definition.statement());
    return analyst.rows(with(tree, ZoneId.of("UTC"), Instant.EPOCH)).stream()
        .map(row -> row.elements().next().asText())
        .toList();
  }

  /** What stands where a table may stand: only names of tables and subqueries are let through. */
  private static List<String> tables(List<String> nodes) {
    Set<String> named = new TreeSet<>();
    boolean expected = false;
    for (String line : nodes) {
      Matcher node = NODE.matcher(line);
      if (!node.matches()) {
        continue;
      }
      String kind = node.group(2);
      if (expected && kind.equals("Function")) {
        throw new ModelFault("table-function", String.valueOf(node.group(3)));
      }
      if (kind.equals("TableIdentifier")) {
        named.add(node.group(3));
      }
      expected = kind.equals("TableExpression");
    }
    return List.copyOf(named);
  }

  /**
   * Asks it.
   *
   * @param until end of what is known
   * @throws ModelFault when its answer is no list of hits, or its limits are reached
   */
  public List<ModelFinding> ask(ClickHouseClient analyst, City city, Instant until) {
    ClickHouseQuery query =
        with(ClickHouseQuery.of(definition.statement()), city.zone(), until)
            .setting("max_execution_time", definition.seconds())
            .setting("max_result_rows", definition.mostHits())
            .setting("max_result_bytes", MOST_BYTES)
            .setting("log_comment", "chengmai-model")
            .setting("wait_end_of_query", 1);
    try (RowStream stream = analyst.stream(query)) {
      List<String> columns = stream.columns().stream().map(RowStream.Column::name).toList();
      requireColumns(columns);
      List<ModelFinding> found = new ArrayList<>();
      Set<String> objects = new HashSet<>();
      while (stream.hasNext()) {
        ModelFinding finding = finding(row(columns, stream.next()), found.size() + 1, city);
        if (!objects.add(finding.key())) {
          throw new ModelFault("twice", finding.key());
        }
        found.add(finding);
      }
      return found;
    } catch (StoreException refused) {
      throw limit(refused);
    }
  }

  private RuntimeException limit(StoreException refused) {
    if (TOO_SLOW.contains(refused.clickHouseCode())) {
      return new ModelFault("too-slow", String.valueOf(definition.seconds()));
    }
    return refused.clickHouseCode() == TOO_MANY
        ? new ModelFault("too-many", String.valueOf(definition.mostHits()))
        : refused;
  }

  private static ClickHouseQuery with(ClickHouseQuery query, ZoneId zone, Instant until) {
    return query.with("zone", zone.getId()).with("until", until);
  }

  private static void requireColumns(List<String> columns) {
    Set<String> missing = new TreeSet<>(COLUMNS);
    missing.removeAll(columns);
    if (!missing.isEmpty()) {
      throw new ModelFault("columns", String.join(", ", missing));
    }
    Set<String> more = new TreeSet<>(columns);
    more.removeAll(COLUMNS);
    more.removeAll(FURTHER);
    if (!more.isEmpty()) {
      throw new ModelFault("more-columns", String.join(", ", more));
    }
  }

  private static Map<String, JsonNode> row(List<String> columns, JsonNode values) {
    Map<String, JsonNode> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), values.get(i));
    }
    return row;
  }

  private ModelFinding finding(Map<String, JsonNode> row, int number, City city) {
    String object = text(row, "object");
    if (object.isEmpty()) {
      throw new ModelFault("no-object", String.valueOf(number));
    }
    List<String> evidence = evidence(row.get("evidence"));
    Map<String, String> details = new LinkedHashMap<>();
    details.put(TEXT, text(row, TEXT));
    details.put(TEXT_EN, text(row, TEXT_EN));
    details.values().removeIf(String::isEmpty);
    require(!evidence.isEmpty(), "no-evidence", object);
    require(details.containsKey(TEXT), "no-text", object);
    require(
        object.length() <= LONGEST_OBJECT
            && details.values().stream().allMatch(text -> text.length() <= LONGEST_TEXT),
        "too-long",
        object);
    String grid = text(row, "grid");
    require(grid.isEmpty() || city.areas().contains(grid), "unknown-grid", grid);
    double score = row.containsKey("score") ? row.get("score").asDouble() : 0;
    return new ModelFinding(
        object,
        grid.isEmpty() ? city.root() : grid,
        object,
        definition.subjectKind(),
        Math.max(0, Math.min(1, score)),
        evidence.stream().limit(ModelFinding.MOST_EVIDENCE).toList(),
        evidence.size(),
        details);
  }

  private static void require(boolean right, String key, String argument) {
    if (!right) {
      throw new ModelFault(key, argument);
    }
  }

  private static List<String> evidence(JsonNode told) {
    List<String> ids = new ArrayList<>();
    if (told.isArray()) {
      told.forEach(id -> ids.add(id.asText().strip()));
    } else if (!told.isNull()) {
      ids.add(told.asText().strip());
    }
    ids.removeIf(String::isEmpty);
    return ids;
  }

  private static String text(Map<String, JsonNode> row, String column) {
    JsonNode value = row.get(column);
    return value == null || value.isNull() ? "" : value.asText().strip();
  }
}
