package city.chengmai.dashboard.bench;

import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages, charts and the way of an event to the wall, with {@code -Devents=10000000} events loaded
 * and 50 walls, 20 leaders and 5 analysts at the same time, for {@code -Dbench.seconds=120} after
 * as long a warm-up of 30 seconds; {@code -Dbench.rate=200} events a second come in meanwhile.
 */
class DashboardBench {

  private static final String BENCH = "dashboard";
  private static final long EVENTS = Long.getLong("events", 10_000_000L);
  private static final int SECONDS = Integer.getInteger("bench.seconds", 120);
  private static final int WARM_UP_SECONDS = 30;
  private static final int RATE = Integer.getInteger("bench.rate", 200);
  private static final int CASE_IN = 50;
  private static final int DAYS = 6;

  @Test
  void dashboard(@TempDir Path directory) throws Exception {
    try (LoadedCity city = LoadedCity.start(directory)) {
      preload(city);
      city.follow();
      Timings timings = new Timings(BENCH, System.out::println);
      try (EventLoad load = EventLoad.start(city, RATE);
          Audience audience = Audience.come(city, timings, load.clock())) {
        Thread.sleep(WARM_UP_SECONDS * 1_000L);
        // Every wall comes once, in the warm-up.
        timings.print("wall_page");
        timings.reset();
        timings.line("visitors", audience.size(), "1");
        Thread.sleep(SECONDS * 1_000L);
        timings.line("events_loaded", (double) number(city, "SELECT count() FROM events"), "1");
        List.of("wall_panel", "event_to_wall", "page", "desk_query", "chart_svg", "chart_png")
            .forEach(kind -> timings.print(kind));
        firstPaint(city, timings);
        load.finish();
      }
    }
  }

  /** Median of five cold loads under that load. */
  private static void firstPaint(LoadedCity city, Timings timings) {
    for (String address : List.of("/wall", "/grids", "/desk")) {
      double[] paints = new double[5];
      try (Browsing browsing = new Browsing()) {
        for (int i = 0; i < paints.length; i++) {
          Page page = browsing.page(1920, 1080);
          page.navigate(city.dashboard() + address);
          paints[i] =
              ((Number)
                      page.evaluate(
                          "() => new Promise(done => { const look = () => { const p ="
                              + " performance.getEntriesByName('first-contentful-paint')[0];"
                              + " if (p) { done(p.startTime); } else { setTimeout(look, 20); } };"
                              + " look(); })"))
                  .doubleValue();
          page.context().close();
        }
      }
      Arrays.sort(paints);
      timings.line("first_contentful_paint" + address.replace('/', '_'), paints[2], "ms");
    }
  }

  private static long number(LoadedCity city, String sql) {
    return Long.parseLong(city.value(sql));
  }

  /** Made by ClickHouse itself: each reading and each case with its event, over six past days. */
  private static void preload(LoadedCity city) {
    String grids =
        city.grids().stream().map(grid -> "'" + grid + "'").collect(Collectors.joining(","));
    try (ClickHouseClient client = new ClickHouseClient(city.engine().writer())) {
      client.execute(
          text(
              "INSERT INTO events (source, id, type, subject, grid, occurred_at, recorded_at, data,"
                  + " version) SELECT 'urn:city:past', 'past-' || toString(number),"
                  + " if(number %% %d = 0, 'cn.grid.case.reported', 'cn.grid.device.telemetry'),"
                  + " if(number %% %d = 0, 'past-case-' || toString(number),"
                  + " 'past-device-' || toString(number %% 2000)), %s, %s, %s, '{}', 1"
                  + " FROM numbers(%d)",
              CASE_IN, CASE_IN, grid(grids), moment(), moment(), EVENTS));
      client.execute(
          text(
              "INSERT INTO observations (device_id, kind, metric, grid, observed_at, value, unit,"
                  + " source, id, recorded_at, version) SELECT 'past-device-' ||"
                  + " toString(number %% 2000), 'noise-meter', 'sound-level', %s, %s,"
                  + " 40 + cityHash64(number, 2) %% 300 / 10, 'dB(A)', 'urn:city:past', 'past-' ||"
                  + " toString(number), %s, 1 FROM numbers(%d) WHERE number %% %d != 0",
              grid(grids), moment(), moment(), EVENTS, CASE_IN));
      client.execute(
          text(
              "INSERT INTO cases (case_id, source, channel, category, kind, level, grid,"
                  + " description, unit, stage, reported_at, filed_at, dispatched_at, due_at,"
                  + " closed_at, updated_at, recorded_at, version) SELECT 'past-case-' ||"
                  + " toString(number), 'urn:city:past', 'patrol', ['street-order', 'waste',"
                  + " 'parking'][1 + number %% 3], 'event', 'simple', %s, '', 'unit-' ||"
                  + " toString(number %% 9), if(number %% 31 = 0, 'dispatched', 'closed'), %s AS at,"
                  + " at + 600, at + 1200, at + 86400, if(number %% 31 = 0, NULL, at + 3600 *"
                  + " (1 + number %% 30)), at + 1200, at, 4 FROM numbers(%d) WHERE number %% %d = 0",
              grid(grids), moment(), EVENTS, CASE_IN));
    }
  }

  private static String grid(String grids) {
    return "[" + grids + "][1 + cityHash64(number) % " + grids.split(",", -1).length + "]";
  }

  private static String moment() {
    return "toDateTime64(toStartOfDay(now(), 'Asia/Shanghai'), 3, 'UTC') - cityHash64(number, 1) % "
        + DAYS * 86_400;
  }

  private static String text(String sql, Object... values) {
    return String.format(Locale.ROOT, sql, values);
  }
}
