package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The first case ids behind each unusual volume. */
final class VolumeEvidence {

  // A statement must stay well below the server's limit on query text.
  private static final int KEYS_OF_QUERY = 500;

  private final Map<List<Object>, List<String>> cases = new HashMap<>();

  private VolumeEvidence() {}

  static VolumeEvidence read(RunContext run, List<VolumeTest> alerts) {
    VolumeEvidence evidence = new VolumeEvidence();
    List<String> keys =
        alerts.stream()
            .map(a -> "(" + QueryText.quoted(a.category()) + ", " + a.day().toEpochDay() + ")")
            .distinct()
            .toList();
    try (ClickHouseClient client = run.store().client()) {
      for (int i = 0; i < keys.size(); i += KEYS_OF_QUERY) {
        evidence.add(client, run, keys.subList(i, Math.min(keys.size(), i + KEYS_OF_QUERY)));
      }
    }
    return evidence;
  }

  /** Case ids of an alert; the root stands for the whole city. */
  List<String> of(VolumeTest alert, String root) {
    String area = alert.area().equals(root) ? "" : alert.area();
    return cases.getOrDefault(key(alert.category(), alert.day(), area), List.of());
  }

  private void add(ClickHouseClient client, RunContext run, List<String> keys) {
    CityFrame city = run.city();
    String query =
        QueryText.of(
            "volume_evidence.sql",
            Map.of(
                "zone", city.zone().getId(),
                "from", Stamp.text(city.startOf(city.firstDay())),
                "until", Stamp.text(city.startOf(city.endDay())),
                "keys", keys.stream().collect(Collectors.joining(", "))));
    for (JsonNode row : client.rows(query)) {
      List<String> ids = new ArrayList<>();
      row.get("evidence").forEach(id -> ids.add(id.asText()));
      LocalDate day = LocalDate.ofEpochDay(row.get("day").asLong());
      cases.put(key(row.get("category").asText(), day, row.get("area").asText()), ids);
    }
  }

  private static List<Object> key(String category, LocalDate day, String area) {
    return List.of(category, day, area);
  }
}
