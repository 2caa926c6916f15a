package city.chengmai.analytics.job;

import city.chengmai.analytics.model.threshold.Trial;
import city.chengmai.analytics.model.threshold.Verdicts;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.datasets.rule.AlertRule;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of {@code threshold_proposals}.
 *
 * @param columns column names and values
 */
record ProposalRow(Map<String, Object> columns) implements StoredRow {

  static final String TABLE = "threshold_proposals";

  private static final int MOST_EVIDENCE = 50;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What is proposed.
   *
   * @param rule as shipped
   * @param parameter with bounds
   * @param month last of the months looked at
   */
  record Subject(AlertRule rule, String parameter, YearMonth month) {}

  static ProposalRow of(Subject subject, Trial now, Trial then, Verdicts verdicts, Stamp stamp) {
    AlertRule.Bound bound = subject.rule().bounds().get(subject.parameter());
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put(
        "proposal_id",
        String.join("|", subject.rule().id(), "", subject.parameter(), subject.month().toString()));
    columns.put("rule", subject.rule().id());
    columns.put("area_id", "");
    columns.put("parameter", subject.parameter());
    columns.put("month", subject.month().atDay(1).toString());
    columns.put("current_value", now.value());
    columns.put("proposed_value", then.value());
    columns.put("lowest_value", bound.lowest());
    columns.put("highest_value", bound.highest());
    columns.put("alerts_now", now.alerts().size());
    columns.put("alerts_then", then.alerts().size());
    Verdicts before = verdicts.of(now.alerts());
    Verdicts after = verdicts.of(then.alerts());
    columns.put("true_now", before.confirmed().size());
    columns.put("true_then", after.confirmed().size());
    columns.put("false_now", before.refuted().size());
    columns.put("false_then", after.refuted().size());
    columns.put("evidence", evidence(before));
    columns.put("created_at", Stamp.text(stamp.computedAt()));
    columns.put("version", stamp.version());
    return new ProposalRow(columns);
  }

  /** A stored proposal that is none any more: it proposes what holds. */
  static ProposalRow withdrawn(ObjectNode stored, Stamp stamp) {
    Map<String, Object> columns = JSON.convertValue(stored, new TypeReference<>() {});
    columns.put("proposed_value", columns.get("current_value"));
    for (String figure : List.of("alerts", "true", "false")) {
      columns.put(figure + "_then", columns.get(figure + "_now"));
    }
    columns.put("created_at", Stamp.text(stamp.computedAt()));
    columns.put("version", stamp.version());
    return new ProposalRow(columns);
  }

  private static List<String> evidence(Verdicts verdicts) {
    return Stream.concat(
            verdicts.refuted().stream().sorted(), verdicts.confirmed().stream().sorted())
        .limit(MOST_EVIDENCE)
        .toList();
  }

  String id() {
    return (String) columns.get("proposal_id");
  }
}
