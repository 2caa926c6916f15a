package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rule A01: one alert a grid that has open cases past their due time, with the longest overdue
 * first. The alert is cleared when the grid has none left.
 */
final class OverdueJob implements Job {

  private final AlertRule rule;

  OverdueJob(AlertRule rule) {
    this.rule = rule;
  }

  @Override
  public String name() {
    return "overdue";
  }

  @Override
  public long run(RunContext run) {
    CityFrame city = run.city();
    String query = QueryText.of("overdue.sql", Map.of("until", Stamp.text(city.knownUntil())));
    List<AlertRow> rows = new ArrayList<>();
    try (ClickHouseClient client = run.store().client()) {
      for (ObjectNode row : client.rows(query)) {
        if (city.areas().find(row.get("area").asText()).isPresent()) {
          rows.add(alert(run, row));
        }
      }
    }
    AlertBook book = AlertBook.read(run, rule.id());
    return TableWriter.write(run.store(), "alerts", book.update(rows, run.stamp()).iterator());
  }

  private AlertRow alert(RunContext run, ObjectNode row) {
    String area = row.get("area").asText();
    long total = row.get("total").asLong();
    List<String> cases = new ArrayList<>();
    for (JsonNode id : row.get("evidence")) {
      cases.add(id.asText());
    }
    String oldest = row.get("oldest").asText();
    AlertRow alert =
        AlertRow.of(
            rule,
            new AlertRow.Subject(
                rule.id() + "|" + area, area, "", Stamp.moment(oldest), run.city().knownUntil()),
            severity(total),
            Map.of("observed", total),
            new AlertRow.Evidence(cases, total),
            run.stamp());
    // The first case ran over its time then, whenever somebody came to count.
    return alert.with("raised_at", oldest);
  }

  private String severity(long total) {
    if (total >= rule.parameter("alarm-from")) {
      return "alarm";
    }
    return total >= rule.parameter("warning-from") ? "warning" : "notice";
  }
}
