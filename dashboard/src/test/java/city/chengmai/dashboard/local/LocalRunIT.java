package city.chengmai.dashboard.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.testing.PersonalPayloads;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged services as the one command does. */
class LocalRunIT {

  @TempDir static Path directory;

  @BeforeAll
  static void requireThePackagedServices() throws IOException {
    for (String service : List.of("dashboard", "ingest", "analytics")) {
      assertThat(LocalProcess.ROOT.resolve(service).resolve("target").resolve(service + ".jar"))
          .as("build all modules first: mvn verify, or mvn package -pl ingest,analytics -am")
          .exists();
    }
    TinyCity.write(directory.resolve("city"));
  }

  @Test
  void aHeadlessRunCountsEveryRequestAndASecondOneChangesNothing() throws Exception {
    Path data = directory.resolve("once");
    List<String> first = runOnce(data);
    assertThat(first)
        .contains(
            line("requests read", TinyCity.REQUESTS),
            line("cases in ClickHouse", TinyCity.REQUESTS),
            line("  closed", TinyCity.CLOSED),
            line("  open", TinyCity.REQUESTS - TinyCity.CLOSED),
            line("  with due time", TinyCity.DUE),
            line("    closed by it", TinyCity.CLOSED_BY_DUE),
            line("lost", 0),
            line("dead letters", 0),
            line("  of grids", 2));
    assertThat(figures(runOnce(data))).isEqualTo(figures(first));
  }

  /** A person in every text of every event is on no page; afterwards all processes end. */
  @Test
  void noPageShowsAPersonAndASignalLeavesNoProcess() throws Exception {
    Path data = directory.resolve("served");
    try (LocalProcess local = start(data, "--once=false")) {
      local.await("ingest      ready");
      int accepted = new PersonSender(local.ports(), data).send();
      assertThat(accepted).isGreaterThan(3 * EventType.values().length);
      local.await("wall        ready");
      local.drain();
      searchPages(local.ports(), data);

      List<ProcessHandle> family = new ArrayList<>(local.process().descendants().toList());
      assertThat(family).isNotEmpty();
      local.process().destroy();
      assertThat(local.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(family).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void killingTheLauncherEndsTheServicesToo() throws Exception {
    try (LocalProcess local = start(directory.resolve("killed"), "--once=false")) {
      local.await("broker      ready");
      local.drain();
      List<ProcessHandle> family = local.process().descendants().toList();
      local.process().destroyForcibly().waitFor();
      for (ProcessHandle process : family) {
        process.onExit().get(2, TimeUnit.MINUTES);
      }
      assertThat(family).noneMatch(ProcessHandle::isAlive);
    }
  }

  private static void searchPages(LocalPorts ports, Path data) throws Exception {
    try (ClickHouseClient reader = new ClickHouseClient(SharedSettings.reader(of(ports, data)))) {
      String ofPerson = " WHERE source = '" + PersonSender.SOURCE + "'";
      List<String> pages = new ArrayList<>(List.of("/wall", "/grids", "/feeds", "/desk"));
      pages.addAll(List.of("/desk/schema", "/api/wall", "/health", "/start", "/start/status"));
      pages.addAll(List.of("/api/grid/ward-1", "/api/grid/ward-2", "/feeds?reason=duplicate"));
      column(reader, "SELECT DISTINCT case_id FROM cases" + ofPerson)
          .forEach(id -> pages.add("/case/" + URLEncoder.encode(id, UTF_8)));
      PageSearch search = new PageSearch(ports, PageSearch.languages().get(0));
      search.follow(pages);
      search.listen();
      requireNobody(search.shown());
      // The same pages with other words.
      PageSearch again = new PageSearch(ports, PageSearch.languages().get(1));
      again.open(search.shown().keySet().stream().filter(LocalRunIT::isPlain).toList());
      requireTraceless(again.shown());
    }
    searchTables(ports, data);
  }

  /** A page as it is, with no wish of a visitor; of what follows others, that is all. */
  private static boolean isPlain(String address) {
    return !address.contains("?") && address.indexOf('/', 1) < 0;
  }

  /** Rows have no language: once is enough. */
  private static void searchTables(LocalPorts ports, Path data) throws Exception {
    PageSearch search = new PageSearch(ports, PageSearch.languages().get(0));
    try (ClickHouseClient analyst = new ClickHouseClient(SharedSettings.analyst(of(ports, data)))) {
      for (String table :
          column(analyst, "SELECT name FROM system.tables WHERE database = 'chengmai'")) {
        search.ask("SELECT * FROM " + table + " LIMIT 10000");
      }
    }
    Map<String, String> shown = search.shown();
    assertThat(shown.get("SELECT * FROM events LIMIT 10000")).contains("located-case");
    assertThat(shown.get("SELECT * FROM dead_letters LIMIT 10000")).contains("future-case");
    requireTraceless(shown);
  }

  private static void requireNobody(Map<String, String> shown) {
    assertThat(shown.get("/feeds")).contains("future-", PersonSender.SOURCE);
    assertThat(shown.get("/case/located-case")).contains("ward-1");
    assertThat(shown.keySet()).contains("/grid/ward-1", "/wall/panel/ticker");
    requireTraceless(shown);
  }

  private static void requireTraceless(Map<String, String> shown) {
    shown.forEach(
        (address, text) -> assertThat(text).as(address).doesNotContain(PersonalPayloads.TRACES));
  }

  private static List<String> column(ClickHouseClient reader, String sql) {
    return reader.rows(sql).stream().map(row -> row.elements().next().asText()).toList();
  }

  private static Settings of(LocalPorts ports, Path data) {
    return new Settings(
        Map.of(),
        EmbeddedClickHouse.environment(
            new DataDirectory(data).of(Part.CLICKHOUSE),
            new EnginePorts(ports.clickhouseHttp(), ports.clickhouseNative())));
  }

  private static List<String> runOnce(Path data) throws Exception {
    try (LocalProcess local = start(data, "--once")) {
      List<String> lines = local.lines();
      assertThat(local.process().waitFor()).as(String.join("\n", lines)).isZero();
      return lines;
    }
  }

  private static LocalProcess start(Path data, String once) throws IOException {
    return LocalProcess.start(directory.resolve("city"), data, once);
  }

  private static List<String> figures(List<String> lines) {
    return lines.stream()
        .dropWhile(line -> !line.startsWith("Summary"))
        .filter(line -> !line.startsWith("time taken"))
        .toList();
  }

  private static String line(String label, int figure) {
    return String.format("%-30s%12s", label, figure);
  }
}
