package city.chengmai.analytics.job;

import city.chengmai.analytics.job.empowerment.Hit;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.ModelFinding;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code empowerment_hits}.
 *
 * @param columns column names and values
 */
record HitRow(Map<String, Object> columns) implements StoredRow {

  static final String TABLE = "empowerment_hits";

  static HitRow of(EmpowermentModel model, Hit hit, Instant raisedAt, Stamp stamp) {
    Map<String, Object> columns = new LinkedHashMap<>();
    ModelFinding finding = hit.finding();
    columns.put("hit_id", hit.id());
    columns.put("model_id", model.id());
    columns.put("model_version", model.version());
    columns.put("department", model.department());
    columns.put("finding", finding.key());
    columns.put("area_id", finding.area());
    columns.put("subject", finding.subject());
    columns.put("subject_kind", finding.subjectKind());
    columns.put("score", finding.score());
    columns.put("evidence", finding.evidence());
    columns.put("evidence_total", finding.evidenceTotal());
    columns.put("details", finding.details());
    columns.put("first_day", hit.first().toString());
    columns.put("last_day", hit.last().toString());
    columns.put("ended_day", hit.ended().map(LocalDate::toString).orElse(null));
    columns.put("raised_at", Stamp.text(raisedAt));
    columns.put("data_as_of", Stamp.text(stamp.dataAsOf()));
    columns.put("version", stamp.version());
    return new HitRow(columns);
  }

  /** The hit of a stored row. */
  static Hit read(JsonNode row) {
    List<String> evidence = new ArrayList<>();
    row.get("evidence").forEach(id -> evidence.add(id.asText()));
    Map<String, String> details = new LinkedHashMap<>();
    row.get("details")
        .properties()
        .forEach(detail -> details.put(detail.getKey(), detail.getValue().asText()));
    ModelFinding finding =
        new ModelFinding(
            row.get("finding").asText(),
            row.get("area_id").asText(),
            row.get("subject").asText(),
            row.get("subject_kind").asText(),
            row.get("score").asDouble(),
            evidence,
            row.get("evidence_total").asInt(),
            details);
    return new Hit(
        row.get("hit_id").asText(),
        LocalDate.parse(row.get("first_day").asText()),
        LocalDate.parse(row.get("last_day").asText()),
        row.hasNonNull("ended_day")
            ? Optional.of(LocalDate.parse(row.get("ended_day").asText()))
            : Optional.empty(),
        finding);
  }
}
