package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.DashboardSettings;
import city.chengmai.datasets.settings.SharedSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml to the settings' definitions and to the embedded engine's users. */
class ComposeFileTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern SETTING = Pattern.compile("\"([a-z]+\\.[a-z-]+)\",");

  @Test
  void everyNameInTheEnvironmentIsASetting() throws IOException {
    Set<String> known = new TreeSet<>();
    SharedSettings.all().forEach(setting -> known.add(setting.environment()));
    DashboardSettings.all().forEach(setting -> known.add(setting.environment()));
    known.addAll(environmentNames("ingest", "ingest/IngestSettings"));
    known.addAll(environmentNames("analytics", "analytics/AnalyticsSettings"));
    for (String service :
        List.of("ingest", "ingest-1", "ingest-2", "analytics", "dashboard", "dashboard-2")) {
      compose()
          .at("/services/" + service + "/environment")
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!name.equals("<<")) {
                  assertThat(known).as(service).contains(name);
                }
              });
    }
  }

  @Test
  void noPasswordHasADefault() throws IOException {
    Matcher secrets =
        Pattern.compile("(?:PASSWORD|_KEY): (.*)").matcher(read("docker-compose.yml"));
    List<String> values = new ArrayList<>();
    secrets.results().forEach(found -> values.add(found.group(1)));
    assertThat(values).isNotEmpty().allMatch(value -> value.matches("\\$\\{[A-Z_]+:\\?.+}"));
  }

  @Test
  void everyServiceThatRunsOnHasAHealthCheck() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              if (!name.startsWith("analytics") && !name.equals("replay")) {
                assertThat(service).as(name).containsKey("healthcheck");
              }
            });
  }

  @Test
  void aProfileHasAllThatItsServicesNeed() throws IOException {
    Map<String, Map<String, Object>> services = services();
    for (String profile : List.of("single", "demo", "cluster")) {
      services.values().stream()
          .filter(service -> profiles(service).contains(profile))
          .forEach(
              service ->
                  map(service.getOrDefault("depends_on", Map.of()))
                      .keySet()
                      .forEach(
                          other -> assertThat(profiles(services.get(other))).contains(profile)));
    }
    Set<String> cluster = new TreeSet<>(services.keySet());
    cluster.removeIf(name -> !profiles(services.get(name)).contains("cluster"));
    assertThat(cluster)
        .contains("kafka-3", "clickhouse-2", "ingest-2", "dashboard-2", "proxy")
        .doesNotContain("kafka", "clickhouse", "ingest", "dashboard");
  }

  @Test
  void dashboardsAndAnalyticsStartWhateverIngestSaysOfItself() throws IOException {
    Map<String, Map<String, Object>> services = services();
    int waits = 0;
    for (Map.Entry<String, Map<String, Object>> service : services.entrySet()) {
      if (service.getKey().startsWith("dashboard") || service.getKey().startsWith("analytics")) {
        for (Map.Entry<String, Object> other :
            map(service.getValue().get("depends_on")).entrySet()) {
          if (other.getKey().startsWith("ingest")) {
            waits++;
            assertThat(map(other.getValue()))
                .as(service.getKey())
                .containsEntry("condition", "service_started");
          }
        }
      }
    }
    assertThat(waits).as("two of each profile, and the second dashboard").isEqualTo(5);
  }

  @Test
  void everyShardIsKnownToTheServersAndToTheMigrations() throws IOException {
    Map<String, Map<String, Object>> services = services();
    String servers = read(".build/clickhouse-cluster.xml");
    String urls = map(services.get("ingest-2").get("environment")).get("CLICKHOUSE_SERVERS") + "";
    for (String name : List.of("clickhouse-1", "clickhouse-2")) {
      assertThat(map(services.get(name).get("environment")))
          .containsKeys("CLICKHOUSE_WRITER_PASSWORD", "CLICKHOUSE_CLUSTER_SECRET");
      assertThat(servers).contains("<host>" + name + "</host>");
      assertThat(urls).contains("http://" + name + ":8123");
    }
  }

  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Map<String, Object>> services = new TreeMap<>();
    map(map(new Yaml().load(read("docker-compose.yml"))).get("services"))
        .forEach((name, service) -> services.put(name, map(service)));
    return services;
  }

  private static List<String> profiles(Map<String, Object> service) {
    return ((List<?>) service.get("profiles")).stream().map(Object::toString).toList();
  }

  private static Map<String, Object> map(Object node) {
    Map<String, Object> map = new TreeMap<>();
    ((Map<?, ?>) node).forEach((key, value) -> map.put(key.toString(), value));
    return map;
  }

  @Test
  void theContainersUsersMayDoWhatTheEmbeddedOnesMay() throws IOException {
    String embedded = read("datasets/src/main/resources/city/chengmai/datasets/embedded/users.xml");
    String container = read(".build/clickhouse-users.xml");
    for (String profile : List.of("writer", "reader", "analyst")) {
      assertThat(element(container, profile)).as(profile).isEqualTo(element(embedded, profile));
      assertThat(element(element(container, "chengmai_" + profile), "grants"))
          .as(profile)
          .isEqualTo(element(element(embedded, "chengmai_" + profile), "grants"));
      assertThat(element(element(container, "chengmai_" + profile), "quota"))
          .as(profile)
          .isEqualTo(element(element(embedded, "chengmai_" + profile), "quota"));
    }
    assertThat(element(container, "quotas")).isEqualTo(element(embedded, "quotas"));
  }

  private static String element(String xml, String name) {
    int start = xml.indexOf("<" + name + ">");
    return xml.substring(start, xml.indexOf("</" + name + ">", start));
  }

  private static Set<String> environmentNames(String module, String type) throws IOException {
    String source = read(module + "/src/main/java/city/chengmai/" + type + ".java");
    Set<String> names = new TreeSet<>();
    SETTING
        .matcher(source)
        .results()
        .forEach(
            found ->
                names.add(
                    found
                        .group(1)
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace('.', '_')
                        .replace('-', '_')));
    return names;
  }

  private static JsonNode compose() throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(read("docker-compose.yml"));
  }

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
