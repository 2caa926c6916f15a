package city.chengmai.datasets.empowerment;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Reads the models that analysts wrote. */
public final class StoredModels {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  private static final String STEPS =
      """
      SELECT *, row_number() OVER (PARTITION BY model_id, edition ORDER BY version, step_id) = 1 AS holds
      FROM model_steps FINAL
      """;

  private StoredModels() {}

  /** All of them, by id. */
  public static List<StoredModel> read(ClickHouseClient client) {
    return StoredModel.of(client.rows(STEPS).stream().map(StoredModels::step).toList());
  }

  private static ModelStep step(ObjectNode row) {
    List<String> inputs = new ArrayList<>();
    row.get("inputs").forEach(table -> inputs.add(table.asText()));
    return new ModelStep(
        text(row, "model_id"),
        row.get("edition").asInt(),
        text(row, "step_id"),
        row.get("based_on").asInt(),
        text(row, "step"),
        row.get("model_version").asInt(),
        text(row, "name_zh"),
        text(row, "name_en"),
        text(row, "question_zh"),
        text(row, "question_en"),
        text(row, "check_zh"),
        text(row, "check_en"),
        text(row, "department"),
        text(row, "subject_kind"),
        text(row, "schedule"),
        row.get("quiet_days").asInt(),
        row.get("seconds").asInt(),
        row.get("most_hits").asInt(),
        text(row, "statement"),
        inputs,
        text(row, "account"),
        text(row, "actor"),
        text(row, "comment"),
        LocalDateTime.parse(text(row, "acted_at"), MOMENT).toInstant(ZoneOffset.UTC),
        row.get("holds").asInt());
  }

  private static String text(ObjectNode row, String column) {
    return row.get(column).asText();
  }
}
