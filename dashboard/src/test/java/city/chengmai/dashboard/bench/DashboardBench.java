package city.chengmai.dashboard.bench;

import city.chengmai.dashboard.fixture.Browsing;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  @Test
  void dashboard(@TempDir Path directory) throws Exception {
    try (LoadedCity city = LoadedCity.start(directory)) {
      PastEvents.load(city, EVENTS);
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
}
