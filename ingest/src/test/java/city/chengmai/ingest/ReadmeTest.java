package city.chengmai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;
import city.chengmai.ingest.sink.SinkMetrics;
import city.chengmai.ingest.topology.IntakeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of the module's README are those of the code. */
class ReadmeTest {

  @Test
  void settingsTableIsTheCodes() throws IOException {
    assertThat(between("settings")).isEqualTo(Settings.markdown(IngestSettings.all()).strip());
  }

  @Test
  void metricsTableNamesEveryMeterAndNoOther() throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    IntakeMetrics intake = new IntakeMetrics(registry);
    SinkMetrics sink = new SinkMetrics(registry);
    GatewayMetrics gateway = new GatewayMetrics(registry);
    gateway.watchInFlight(() -> 0);
    registry.gauge("ingest.events.behind", 0);
    registry.gauge("ingest.facts.behind", 0);
    assertThat(intake).isNotNull();
    assertThat(sink).isNotNull();
    Set<String> served = names(Pattern.compile("(?m)^# TYPE (\\S+)"), registry.scrape());
    Set<String> documented = names(Pattern.compile("(?m)^\\| `(\\w+)`"), between("metrics"));
    assertThat(documented).isEqualTo(served);
  }

  private static Set<String> names(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String between(String marker) throws IOException {
    String text = Files.readString(Path.of("README.md"));
    int start = text.indexOf("<!-- " + marker + " -->") + marker.length() + 9;
    return text.substring(start, text.indexOf("<!-- /" + marker + " -->")).strip();
  }
}
