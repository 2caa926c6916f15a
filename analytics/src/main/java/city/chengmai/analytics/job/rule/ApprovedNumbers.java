package city.chengmai.analytics.job.rule;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was approved about thresholds. Of one proposal the decisions are taken in the order of
 * their time and id: an approval holds from the day after it on, until the day after it was
 * reverted or approved anew.
 */
public final class ApprovedNumbers {

  private static final Logger LOG = LoggerFactory.getLogger(ApprovedNumbers.class);
  private static final String QUERY =
      """
      SELECT d.proposal_id AS proposal_id, p.rule AS rule, p.area_id AS area, p.parameter AS parameter, d.decision AS decision,
             ifNull(d.value, p.proposed_value) AS value, toUnixTimestamp64Milli(d.decided_at) AS decided
      FROM (SELECT * FROM threshold_decisions FINAL WHERE decision IN ('approve', 'reject', 'revert')) AS d
      INNER JOIN (SELECT * FROM threshold_proposals FINAL) AS p ON p.proposal_id = d.proposal_id
      ORDER BY d.decided_at, d.decision_id
      """;

  private ApprovedNumbers() {}

  /**
   * All approvals of all rules. One whose number lies outside the bounds that the rule declares now
   * is left out.
   *
   * @param client of the store
   * @param zone the city's, which days begin in
   * @param rules of the city
   */
  public static List<NumberDecision> read(ClickHouseClient client, ZoneId zone, AlertRules rules) {
    List<ObjectNode> rows = client.rows(QUERY);
    List<NumberDecision> decisions = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ObjectNode row = rows.get(i);
      if (row.get("decision").asText().equals("approve") && isWithin(rules, row)) {
        decisions.add(decision(rows, i, zone));
      }
    }
    return decisions;
  }

  private static NumberDecision decision(List<ObjectNode> rows, int number, ZoneId zone) {
    ObjectNode row = rows.get(number);
    LocalDate until =
        rows.subList(number + 1, rows.size()).stream()
            .filter(later -> later.get("proposal_id").equals(row.get("proposal_id")))
            .filter(later -> !later.get("decision").asText().equals("reject"))
            .map(later -> dayAfter(later, zone))
            .findFirst()
            .orElse(LocalDate.MAX);
    return new NumberDecision(
        row.get("rule").asText(),
        row.get("area").asText(),
        row.get("parameter").asText(),
        row.get("value").asDouble(),
        dayAfter(row, zone),
        until,
        number);
  }

  private static LocalDate dayAfter(ObjectNode row, ZoneId zone) {
    Instant decided = Instant.ofEpochMilli(row.get("decided").asLong());
    return decided.atZone(zone).toLocalDate().plusDays(1);
  }

  private static boolean isWithin(AlertRules rules, ObjectNode row) {
    String parameter = row.get("parameter").asText();
    double value = row.get("value").asDouble();
    Optional<AlertRule> rule = rules.find(row.get("rule").asText());
    boolean within =
        rule.map(known -> known.bounds().get(parameter))
            .map(bounds -> bounds.holds(value))
            .orElse(false);
    if (!within) {
      LOG.warn(
          "approved value {} of {}.{} lies outside what the rule allows; it does not hold",
          value,
          row.get("rule").asText(),
          parameter);
    }
    return within;
  }
}
