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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
    for (String service : List.of("ingest", "replay", "analytics", "dashboard")) {
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
    for (String service :
        List.of("clickhouse", "kafka", "spark-master", "spark-worker", "ingest", "dashboard")) {
      assertThat(compose().at("/services/" + service + "/healthcheck/test").isArray())
          .as(service)
          .isTrue();
    }
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
    }
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
