package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.VolumeTest;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The first case ids behind each unusual volume. */
final class VolumeEvidence {

  // A statement must stay well below the server's limit on query text.
  private static final int TESTS_OF_QUERY = 500;

  private final Map<VolumeTest, List<String>> cases = new HashMap<>();

  private VolumeEvidence() {}

  static VolumeEvidence read(RunContext run, List<VolumeTest> alerts) {
    VolumeEvidence evidence = new VolumeEvidence();
    try (ClickHouseClient client = run.store().client()) {
      for (int i = 0; i < alerts.size(); i += TESTS_OF_QUERY) {
        evidence.add(client, run, alerts.subList(i, Math.min(alerts.size(), i + TESTS_OF_QUERY)));
      }
    }
    return evidence;
  }

  /** Case ids of an alert. */
  List<String> of(VolumeTest alert) {
    return cases.getOrDefault(alert, List.of());
  }

  private void add(ClickHouseClient client, RunContext run, List<VolumeTest> alerts) {
    String keys =
        IntStream.range(0, alerts.size())
            .mapToObj(i -> key(run.city(), i, alerts.get(i)))
            .collect(Collectors.joining(", "));
    for (JsonNode row : client.rows(QueryText.of("volume_evidence.sql", Map.of("keys", keys)))) {
      List<String> ids = new ArrayList<>();
      row.get("evidence").forEach(id -> ids.add(id.asText()));
      cases.put(alerts.get(row.get("number").asInt()), ids);
    }
  }

  /** The root stands for the whole city, cases without a place among them. */
  private static String key(CityFrame city, int number, VolumeTest alert) {
    boolean everywhere = alert.area().equals(city.areas().root().id());
    return "("
        + String.join(
            ", ",
            String.valueOf(number),
            QueryText.quoted(alert.category()),
            QueryText.quoted(everywhere ? "" : alert.area()),
            QueryText.quoted(Stamp.text(VolumeAlert.moment(city, alert.start()))),
            QueryText.quoted(Stamp.text(VolumeAlert.moment(city, alert.end()))))
        + ")";
  }
}
