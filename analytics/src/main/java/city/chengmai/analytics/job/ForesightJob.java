package city.chengmai.analytics.job;

import city.chengmai.analytics.model.foresight.StackedComparison.Find;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.foresight.ForesightMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Handled before complaint (未诉先办): what became of each proactive matter by the definition of M08,
 * how many complaints were not made by the side of grids without finds, and the places of each
 * morning where a complaint is likely, with what came. Everything is computed anew over the days
 * that are remembered; what did not change is not written.
 */
final class ForesightJob implements Job {

  /** What lies further back is not looked at. */
  static final int MEMORY_DAYS = 180;

  /** A longer question is refused by the store, which is then not taken for being away. */
  private static final int MOST_SECONDS = 60;

  private static final String MATTERS = "foresight_matters";

  private final Indicator definition;
  private final ForesightMethod method;
  private final int smallestGroup;

  /**
   * A job.
   *
   * @param definition indicator M08, with the metres and days of one place
   * @param smallestGroup grids that make a group of type and form
   */
  ForesightJob(Indicator definition, ForesightMethod method, int smallestGroup) {
    this.definition = definition;
    this.method = method;
    this.smallestGroup = smallestGroup;
  }

  @Override
  public String name() {
    return "before-complaint";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    try (ClickHouseClient client = run.store().client()) {
      List<Find> finds = new ArrayList<>();
      long written = matters(run, client, finds);
      ForesightEffects effects = new ForesightEffects(run, method, smallestGroup);
      written += effects.write(client, finds, ask(run, client, "orders"), since(run));
      ForesightList list = new ForesightList(run, method, definition.parameter("metres"));
      return written + list.write(client, ask(run, client, "told"));
    }
  }

  /** There may be hundreds of thousands of matters: what they were read from is not kept. */
  private long matters(RunContext run, ClickHouseClient client, List<Find> finds) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    client.each(
        question(run, "matters"),
        found -> {
          rows.put(found.get("case_id").asText(), row(found));
          if (!found.get("category").asText().isEmpty()) {
            finds.add(find(run, found));
          }
        });
    StandingRows standing = new StandingRows(client, MATTERS, "case_id");
    return standing.write(run, rows(rows, standing.all(), run.city().startOf(since(run))));
  }

  private List<ObjectNode> ask(RunContext run, ClickHouseClient client, String question) {
    return client.rows(question(run, question));
  }

  private ClickHouseQuery question(RunContext run, String question) {
    return ClickHouseQuery.of(QueryText.read("foresight/" + question + ".sql"))
        .with("zone", run.city().zone().getId())
        .with("since", run.city().startOf(since(run)))
        .with("until", run.city().knownUntil())
        .with("metres", definition.parameter("metres"))
        .with("days", (long) definition.parameter("days"))
        .with("channels", method.channels())
        .setting("max_execution_time", MOST_SECONDS);
  }

  private static LocalDate since(RunContext run) {
    LocalDate known = run.city().knownUntil().atZone(run.city().zone()).toLocalDate();
    LocalDate since = known.minusDays(MEMORY_DAYS);
    return since.isBefore(run.city().firstDay()) ? run.city().firstDay() : since;
  }

  /** What was found, and what was found before and is void now; what is too old stays. */
  private static Collection<Map<String, Object>> rows(
      Map<String, Map<String, Object>> found,
      Map<String, Map<String, Object>> standing,
      Instant since) {
    standing.forEach(
        (id, row) -> {
          if (!Stamp.moment((String) row.get("reported_at")).isBefore(since)) {
            found.computeIfAbsent(id, any -> voided(row));
          }
        });
    return found.values();
  }

  private static Map<String, Object> voided(Map<String, Object> before) {
    Map<String, Object> row = new LinkedHashMap<>(before);
    row.put("verdict", "void");
    return row;
  }

  private Map<String, Object> row(ObjectNode found) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String text : List.of("case_id", "grid", "category", "channel", "address", "verdict")) {
      row.put(text, found.get(text).asText());
    }
    row.put("reported_at", found.get("reported_at").asText());
    JsonNode closed = found.get("closed_at");
    row.put("closed_at", closed.isNull() ? null : closed.asText());
    List<String> orders = new ArrayList<>();
    found.get("orders").forEach(id -> orders.add(id.asText()));
    row.put("orders", orders);
    row.put("orders_after", found.get("orders_after").asInt());
    row.put("settled", found.get("settled").asInt());
    row.put("definition_version", definition.version());
    return row;
  }

  private static Find find(RunContext run, ObjectNode row) {
    return new Find(
        row.get("grid").asText(),
        row.get("category").asText(),
        day(run, Stamp.moment(row.get("reported_at").asText())));
  }

  static int day(RunContext run, Instant moment) {
    return (int) moment.atZone(run.city().zone()).toLocalDate().toEpochDay();
  }
}
