package city.chengmai.analytics.job;

import city.chengmai.analytics.model.threshold.Verdicts;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What officers made of the alerts of a rule in some days.
 *
 * @param groups the alert that people see, by id of each finding that was raised
 * @param verdicts about these alerts; the latest word counts, and a re-opened alert has none
 */
record OfficersVerdicts(Map<String, String> groups, Verdicts verdicts) {

  private static final String GROUPS =
      """
      SELECT alert_id, if(group_id = '', alert_id, group_id) AS seen
      FROM alerts FINAL
      WHERE rule = {rule:String}
          AND period_start >= {from:DateTime64(3, 'UTC')} AND period_start < {to:DateTime64(3, 'UTC')}
      """;

  private static final String VERDICTS =
      """
      SELECT alert_id, argMax(action, (acted_at, action_id)) AS verdict
      FROM alert_actions FINAL
      WHERE action IN ('resolve', 'false-alarm', 'reopen')
      GROUP BY alert_id
      """;

  /** Reads them. */
  static OfficersVerdicts read(ClickHouseClient client, CityFrame city, String rule, DaySpan days) {
    Map<String, String> groups = new HashMap<>();
    ClickHouseQuery query =
        ClickHouseQuery.of(GROUPS)
            .with("rule", rule)
            .with("from", city.startOf(days.from()))
            .with("to", city.startOf(days.to()));
    for (ObjectNode row : client.rows(query)) {
      groups.put(row.get("alert_id").asText(), row.get("seen").asText());
    }
    return new OfficersVerdicts(groups, verdicts(client).of(Set.copyOf(groups.values())));
  }

  private static Verdicts verdicts(ClickHouseClient client) {
    Set<String> confirmed = new HashSet<>();
    Set<String> refuted = new HashSet<>();
    for (ObjectNode row : client.rows(ClickHouseQuery.of(VERDICTS))) {
      switch (row.get("verdict").asText()) {
        case "resolve" -> confirmed.add(row.get("alert_id").asText());
        case "false-alarm" -> refuted.add(row.get("alert_id").asText());
        default -> {
          // Opened again: still to be judged.
        }
      }
    }
    return new Verdicts(confirmed, refuted);
  }

  /** The alerts that people would see of these findings. */
  Set<String> seen(Set<String> findings) {
    Set<String> seen = new HashSet<>();
    findings.forEach(finding -> seen.add(groups.getOrDefault(finding, finding)));
    return seen;
  }
}
