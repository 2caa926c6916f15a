package city.chengmai.analytics.job.rule;

import city.chengmai.analytics.spark.Store;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A real ClickHouse that rules are asked of. Rows are written once {@link #ask} or {@link #flush}
 * is called.
 */
public final class RuleFixture implements AutoCloseable {

  /** First day of the made-up city. */
  public static final LocalDate FIRST = LocalDate.of(2025, 3, 1);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final Path directory;
  private final EmbeddedClickHouse engine;
  private final ClickHouseClient client;
  private final Map<String, List<StoredRow>> pending = new TreeMap<>();
  private final List<String> written = new ArrayList<>();

  public RuleFixture() {
    try {
      directory = Files.createTempDirectory("rules-it");
    } catch (IOException e) {
      throw new IllegalStateException("no temporary directory", e);
    }
    engine = EmbeddedClickHouse.startMigrated(directory.resolve("clickhouse"));
    client = new ClickHouseClient(engine.writer());
  }

  public ClickHouseClient client() {
    return client;
  }

  public Store store() {
    return Store.of(engine.writer());
  }

  /** The same tables, asked as the analyst. */
  public Store analyst() {
    return Store.of(engine.analyst());
  }

  /** A row to be written; moments and days are written as ClickHouse takes them. */
  public void row(String table, Object... namesAndValues) {
    LinkedHashMap<String, Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      columns.put(
          (String) namesAndValues[i],
          value instanceof Instant moment
              ? text(moment)
              : value instanceof LocalDate day ? day.toString() : value);
    }
    columns.putIfAbsent("version", 1);
    pending.computeIfAbsent(table, name -> new ArrayList<>()).add(() -> columns);
  }

  /** An event. */
  public void event(String id, String type, String subject, String grid, Instant at, String data) {
    row(
        "events",
        "source",
        "test",
        "id",
        id,
        "type",
        type,
        "subject",
        subject,
        "grid",
        grid,
        "occurred_at",
        at,
        "recorded_at",
        at,
        "data",
        data);
  }

  /** Writes what was given. */
  public void flush() {
    pending.forEach(
        (table, rows) -> {
          TableWriter.write(store(), table, rows.iterator());
          written.add(table);
        });
    pending.clear();
  }

  /** Forgets everything that was written, and alerts. */
  public void clear() {
    pending.clear();
    written.addAll(
        List.of(
            "alerts",
            "job_runs",
            "empowerment_runs",
            "empowerment_hits",
            "suggested_measures",
            "case_levels",
            "matter_classes",
            "class_fix_effects",
            "foresight_matters",
            "foresight_effects",
            "foresight_candidates"));
    try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      written.stream()
          .distinct()
          .forEach(table -> admin.execute("TRUNCATE TABLE " + table + " SYNC"));
    }
    written.clear();
  }

  /** What a rule as it is shipped finds. */
  public List<Finding> ask(String rule, ZoneId zone, Instant since, Instant until) {
    return ask(AlertRules.bundled().rule(rule), zone, since, until);
  }

  /** What a rule finds. */
  public List<Finding> ask(AlertRule rule, ZoneId zone, Instant since, Instant until) {
    flush();
    return new RuleQuestion(zone, "city", FIRST, since, until).ask(client, rule);
  }

  /** A finding in one line. */
  public static String line(Finding finding) {
    return String.join(
        " ; ",
        finding.key(),
        "after " + finding.continues(),
        finding.severity(),
        "in " + finding.area(),
        "about " + finding.columns().get("subject"),
        finding.start() + " to " + finding.end(),
        "known " + finding.knownAt(),
        "over " + finding.overAt().map(Instant::toString).orElse("-"),
        number(finding.columns().get("observed"))
            + " of "
            + number(finding.columns().get("expected"))
            + " above "
            + number(finding.columns().get("upper")),
        finding.evidenceTotal() + " " + finding.evidence());
  }

  private static String number(Object value) {
    return value == null ? "-" : String.valueOf(Math.rint((Double) value * 1e6) / 1e6);
  }

  public static String text(Instant moment) {
    return MOMENT.format(moment);
  }

  @Override
  public void close() {
    client.close();
    engine.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("clearing " + directory, e);
    }
  }
}
