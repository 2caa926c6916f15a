package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.classfix.ClassMethod;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * From one matter to one class (一件事→一类事): places and themes that come back in the latest weeks, and
 * what became of the classes that something was done about. A class that goes on is the same row;
 * one that does not is ended, never taken away.
 */
final class ClassJob implements Job {

  /** Fixes are looked at for so long. */
  private static final int MEMORY_DAYS = 180;

  /** A longer question is refused by the store, which is then not taken for being away. */
  private static final int MOST_SECONDS = 60;

  private final ClassMethod method;

  ClassJob(ClassMethod method) {
    this.method = method;
  }

  @Override
  public String name() {
    return "classes";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    try (ClickHouseClient client = run.store().client()) {
      List<ClassCase> cases = cases(run, client);
      LocalDate today =
          run.city().knownUntil().minusMillis(1).atZone(run.city().zone()).toLocalDate();
      StandingRows standing = new StandingRows(client, "matter_classes", "class_id");
      ClassRows rows = new ClassRows(method, run.city().zone(), today, standing.all());
      long written = standing.write(run, rows.of(cases));
      List<PlannedRow> effects =
          new ClassFixRows(run, client, method, cases).of(fixes(run, client));
      return written + TableWriter.write(run.store(), "class_fix_effects", effects.iterator());
    }
  }

  private static List<ClassCase> cases(RunContext run, ClickHouseClient client) {
    List<ClassCase> cases = new ArrayList<>();
    client.each(
        ClickHouseQuery.of(QueryText.read("classes/cases.sql"))
            .with("since", run.city().startOf(since(run)))
            .with("until", run.city().knownUntil())
            .setting("max_execution_time", MOST_SECONDS),
        row -> cases.add(ClassCase.of(row)));
    return cases;
  }

  private static LocalDate since(RunContext run) {
    LocalDate known = run.city().knownUntil().atZone(run.city().zone()).toLocalDate();
    LocalDate since = known.minusDays(MEMORY_DAYS);
    return since.isBefore(run.city().firstDay()) ? run.city().firstDay() : since;
  }

  /** Of an older one the days before it are not known any more: what was computed of it stays. */
  private List<ObjectNode> fixes(RunContext run, ClickHouseClient client) {
    boolean whole = since(run).equals(run.city().firstDay());
    LocalDate first = whole ? LocalDate.EPOCH : since(run).plusDays(method.effect().baselineDays());
    return client.rows(
        ClickHouseQuery.of(QueryText.read("classes/fixes.sql"))
            .with("first", first)
            .setting("max_execution_time", MOST_SECONDS));
  }
}
