package city.chengmai.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a wall keeps of what it has shown: {@code -Dhours=8} of its refreshes at the shipped pace,
 * run through as fast as the server draws, with a case reported before each. Heap and nodes are
 * read after a collection, twenty times an hour; slopes leave out the first hour. Afterwards its
 * server is away for {@code -Dbench.away=60} seconds and comes back.
 */
class WallGrowthBench {

  private static final double HOURS = Double.parseDouble(System.getProperty("hours", "8"));
  private static final int AWAY_SECONDS = Integer.getInteger("bench.away", 60);
  private static final double SHIPPED_REFRESH_SECONDS = 2;
  private static final int SAMPLE_EACH = 90;
  private static final double WARM_UP_HOURS = 1;
  private static final int PATIENCE_MILLIS = 60_000;

  private final Timings timings = new Timings("wall-growth", System.out::println);
  private final Slope heap = new Slope();
  private final Slope nodes = new Slope();
  private final Slope listeners = new Slope();

  @Test
  void wallGrowth(@TempDir Path data) throws Exception {
    try (EmbeddedClickHouse engine = EmbeddedClickHouse.startMigrated(data);
        Browsing browsing = new Browsing()) {
      RealisticCity.fill(engine.writer());
      Dashboard dashboard = dashboard(engine, 0);
      int port = dashboard.port();
      try {
        Page page = browsing.page(1920, 1080);
        page.navigate("http://127.0.0.1:" + port + "/wall?lang=en");
        page.evaluate("window.sameDocument = true");
        live(engine, page);
        dashboard.close();
        requireMarked(page);
        dashboard = dashboard(engine, port);
        requireRecovered(page);
      } finally {
        dashboard.close();
      }
    }
  }

  private static Dashboard dashboard(EmbeddedClickHouse engine, int port) {
    Map<String, String> set = new HashMap<>();
    set.put("dashboard.http-port", String.valueOf(port));
    set.put("dashboard.wall-refresh-milliseconds", "50");
    set.put("dashboard.wall-heartbeat-milliseconds", "1000");
    set.put("city.clock", "fixed:" + RealisticCity.NOW);
    return Dashboard.start(new Settings(set, engine.environment()));
  }

  private void live(EmbeddedClickHouse engine, Page page) {
    int refreshes = (int) Math.ceil(HOURS * 3_600 / SHIPPED_REFRESH_SECONDS);
    page.waitForSelector(".tile .value");
    int first = reported(page);
    CDPSession session = page.context().newCDPSession(page);
    session.send("Performance.enable");
    for (int i = 1; i <= refreshes; i++) {
      RealisticCity.report(engine.writer(), "growth-" + i);
      page.waitForFunction(
          "wanted => Number(document.querySelector('.tile .value').textContent.replace(/[^0-9]/g, '')) >="
              + " wanted",
          first + i,
          new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
      if (i % SAMPLE_EACH == 0) {
        sample(session, i * SHIPPED_REFRESH_SECONDS);
      }
    }
    timings.line("refreshes", refreshes, "1");
    timings.line("simulated", HOURS, "h");
    timings.line("heap_slope", heap.perHour(), "MB/h");
    timings.line("heap_peak", heap.largest(), "MB");
    timings.line("nodes_slope", nodes.perHour(), "1/h");
    timings.line("nodes_peak", nodes.largest(), "1");
    timings.line("listeners_slope", listeners.perHour(), "1/h");
    assertThat(page.evaluate("window.sameDocument"))
        .as("one document all the time")
        .isEqualTo(true);
  }

  private static int reported(Page page) {
    return Integer.parseInt(
        page.locator(".tile .value").first().textContent().replaceAll("[^0-9]", ""));
  }

  private void sample(CDPSession session, double seconds) {
    if (seconds < WARM_UP_HOURS * 3_600) {
      return;
    }
    session.send("HeapProfiler.collectGarbage");
    JsonObject metrics = session.send("Performance.getMetrics");
    heap.add(1, seconds, metric(metrics, "JSHeapUsedSize") / (1 << 20));
    nodes.add(1, seconds, metric(metrics, "Nodes"));
    listeners.add(1, seconds, metric(metrics, "JSEventListeners"));
  }

  private static double metric(JsonObject metrics, String name) {
    for (JsonElement metric : metrics.getAsJsonArray("metrics")) {
      if (metric.getAsJsonObject().get("name").getAsString().equals(name)) {
        return metric.getAsJsonObject().get("value").getAsDouble();
      }
    }
    throw new IllegalStateException("Chromium tells no metric " + name + "; seen: " + metrics);
  }

  private void requireMarked(Page page) throws InterruptedException {
    long since = System.nanoTime();
    page.waitForSelector("body.link-down", patience());
    timings.line("marked_after", (System.nanoTime() - since) / 1e9, "s");
    Thread.sleep(AWAY_SECONDS * 1_000L);
    timings.line("panels_kept", page.locator("[data-panel] .body").count(), "1");
    assertThat(page.locator("[data-panel=map] g.cell").count()).as("last picture").isPositive();
  }

  private void requireRecovered(Page page) {
    long since = System.nanoTime();
    page.waitForSelector("body:not(.link-down)", patience());
    timings.line("recovered_after", (System.nanoTime() - since) / 1e9, "s");
    assertThat(page.evaluate("window.sameDocument")).as("nobody touched it").isEqualTo(true);
  }

  private static Page.WaitForSelectorOptions patience() {
    return new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS);
  }
}
