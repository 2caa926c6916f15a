package city.chengmai.analytics.job;

import city.chengmai.analytics.model.level.CaseLevel;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.conference.LevelRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels of cases by rule (三级分类), what they go across (三跨苗头), and the joint conference (联席会议) that
 * an open one is for. Each lift that a run sees is kept with its day; what did not change is not
 * written.
 */
final class LevelJob implements Job {

  private static final String TABLE = "case_levels";

  /** A longer question is refused by the store, which is then not taken for being away. */
  private static final int MOST_SECONDS = 60;

  private final LevelRules rules;

  LevelJob(LevelRules rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "levels";
  }

  @Override
  public boolean standsAlone() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    try (ClickHouseClient client = run.store().client()) {
      LocalDate today =
          run.city().knownUntil().minusMillis(1).atZone(run.city().zone()).toLocalDate();
      LocalDate earliest = today.minusDays(rules.days() - 1L);
      LocalDate since = earliest.isBefore(run.city().firstDay()) ? run.city().firstDay() : earliest;
      StandingRows standing = new StandingRows(client, TABLE, "case_id");
      Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
      client.each(
          ClickHouseQuery.of(QueryText.read("levels/cases.sql"))
              .with("since", run.city().startOf(since))
              .with("until", run.city().knownUntil())
              .with("metres", rules.across().metres())
              .with("days", rules.across().days())
              .setting("max_execution_time", MOST_SECONDS),
          found -> {
            String id = found.get("case_id").asText();
            rows.put(id, row(found, standing.all().getOrDefault(id, Map.of()), today));
          });
      standing.all().forEach((id, row) -> rows.computeIfAbsent(id, any -> gone(row)));
      return standing.write(run, rows.values());
    }
  }

  /** Cancelled, or closed long ago: for no conference any more. */
  private static Map<String, Object> gone(Map<String, Object> before) {
    Map<String, Object> row = new LinkedHashMap<>(before);
    row.put("open", 0);
    row.put("meeting", "");
    return row;
  }

  private Map<String, Object> row(ObjectNode found, Map<String, Object> before, LocalDate today) {
    Map<String, Double> measures = measures(found);
    CaseLevel level = CaseLevel.of(found.get("level").asText(), measures, rules.rules());
    boolean open = found.get("ended_at").isNull();
    String meeting = open ? level.meeting() : "";
    Map<String, Object> row = new LinkedHashMap<>();
    for (String text : List.of("case_id", "grid", "category", "unit", "address", "reported_at")) {
      row.put(text, found.get(text).asText());
    }
    row.put("told_level", level.told());
    row.put("level", level.level());
    row.put("reasons", level.reasons());
    row.put("measures", measures);
    row.put("units", texts(found.get("units")));
    row.put("crosses", level.crosses());
    row.put("other_cases", texts(found.get("other_cases")));
    row.put("history", history(before, level, today));
    row.put("meeting", meeting);
    Object listed = before.get("listed_on");
    // What comes back to a conference waits from that day.
    Object since = listed == null ? today.toString() : listed;
    row.put("listed_on", meeting.isEmpty() ? null : since);
    row.put("open", open ? 1 : 0);
    row.put("due_at", textOrNull(found.get("due_at")));
    row.put("closed_at", textOrNull(found.get("ended_at")));
    row.put("rules_version", rules.version());
    return row;
  }

  /** Of an open case time goes on; whole tenths are enough to say so. */
  private static Map<String, Double> measures(ObjectNode found) {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("handovers", found.get("handovers").asDouble());
    measures.put("returns", found.get("returned").asDouble());
    measures.put("reopenings", found.get("reopened").asDouble());
    measures.put("limit-share", Math.floor(10 * found.get("limit_share").asDouble()) / 10);
    measures.put("grids", found.get("grids").asDouble());
    return measures;
  }

  private static List<String> history(
      Map<String, Object> before, CaseLevel level, LocalDate today) {
    List<String> history = new ArrayList<>();
    ((List<?>) before.getOrDefault("history", List.of())).forEach(one -> history.add((String) one));
    String last = (String) before.getOrDefault("level", level.told());
    if (!last.equals(level.level())) {
      history.add(today + " " + level.level());
    }
    return history;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static String textOrNull(JsonNode value) {
    return value.isNull() ? null : value.asText();
  }
}
