package city.chengmai.datasets.empowerment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A row of the answer to a model's question.
 *
 * @param key what it is known by within the model, the same as long as it goes on
 * @param area area id
 * @param subject what it is about
 * @param subjectKind record, enterprise, component, site, caller, place
 * @param score 0 to 1
 * @param evidence ids of the rows behind it, at most 50
 * @param evidenceTotal number of all of them
 * @param details numbers and names that its sentence tells of
 */
public record ModelFinding(
    String key,
    String area,
    String subject,
    String subjectKind,
    double score,
    List<String> evidence,
    int evidenceTotal,
    Map<String, String> details) {

  /** Ids of rows that are kept with a hit. */
  public static final int MOST_EVIDENCE = 50;

  private static final Set<String> COLUMNS =
      Set.of("finding", "area", "subject", "subject_kind", "score", "evidence", "details");

  /** Copies the collections; a finding without evidence is none. */
  public ModelFinding {
    evidence = List.copyOf(evidence);
    // In one order, so that equal findings are written equally.
    details = Collections.unmodifiableMap(new TreeMap<>(details));
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("finding " + key + " has no evidence");
    }
  }

  /** The same, known by another key. */
  public ModelFinding knownBy(String other) {
    return new ModelFinding(
        other, area, subject, subjectKind, score, evidence, evidenceTotal, details);
  }

  /** Of a row of the answer; what has no area is of the root. */
  public static ModelFinding of(ObjectNode row, String root) {
    Set<String> columns = new TreeSet<>();
    row.fieldNames().forEachRemaining(columns::add);
    if (!columns.equals(COLUMNS)) {
      throw new IllegalArgumentException(
          "its answer has columns " + columns + ", expected " + new TreeSet<>(COLUMNS));
    }
    List<String> evidence = new ArrayList<>();
    row.get("evidence").forEach(id -> evidence.add(id.asText()));
    Map<String, String> details = new LinkedHashMap<>();
    row.get("details")
        .properties()
        .forEach(detail -> details.put(detail.getKey(), detail.getValue().asText()));
    String area = row.get("area").asText();
    return new ModelFinding(
        row.get("finding").asText(),
        area.isEmpty() ? root : area,
        row.get("subject").asText(),
        row.get("subject_kind").asText(),
        Math.max(0, Math.min(1, row.get("score").asDouble())),
        evidence.stream().limit(MOST_EVIDENCE).toList(),
        evidence.size(),
        details);
  }
}
