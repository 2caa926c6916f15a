package city.chengmai.dashboard.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an analyst waits for and what others notice of it, with {@code -Devents=2000000} events
 * loaded: from stop until the server no longer knows a statement; a preview at the desk against the
 * same statement asked of ClickHouse; what an export of a million rows keeps in the dashboard; the
 * way of an event to ten walls without and with three statements that read all the time, {@code
 * -Dbench.seconds=60} each. Nothing else runs, analytics neither.
 */
class DeskBench {

  private static final long EVENTS = Long.getLong("events", 2_000_000L);
  private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
  private static final int TRIES = 20;
  private static final int WALLS = 10;
  private static final int RATE = 200;
  private static final int EXPORTED = 1_000_000;
  private static final String READING =
      "SELECT count() FROM observations AS a, numbers(100000) AS b"
          + " WHERE NOT ignore(sipHash64(a.value, b.number))";
  private static final String PREVIEW =
      "SELECT sum(sipHash64(number)) AS kept FROM numbers(%d) AS told";

  private final Timings timings = new Timings("desk", System.out::println);

  @Test
  void desk(@TempDir Path directory) throws Exception {
    try (LoadedCity city = LoadedCity.start(directory)) {
      PastEvents.load(city, EVENTS);
      try (DeskHand desk = new DeskHand(city.dashboard());
          ClickHouseClient administrator = new ClickHouseClient(city.engine().admin())) {
        stops(desk, administrator);
        previews(desk, city);
        export(desk, city);
        walls(desk, city);
      }
    }
  }

  private void stops(DeskHand desk, ClickHouseClient administrator) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      String id = desk.start(READING);
      while (known(administrator, id) == 0) {
        Thread.sleep(20);
      }
      Thread.sleep(300);
      long begun = System.nanoTime();
      desk.stop(id);
      while (known(administrator, id) > 0) {
        Thread.sleep(5);
      }
      timings.add("stop_gone", System.nanoTime() - begun);
    }
    timings.print("stop_gone");
  }

  private static long known(ClickHouseClient administrator, String id) {
    return Long.parseLong(
        administrator.scalar(
            ClickHouseQuery.of("SELECT count() FROM system.processes WHERE query_id = {id:String}")
                .with("id", id)));
  }

  /** Of a statement that takes about a second, in turns; the server's own cache is off for both. */
  private void previews(DeskHand desk, LoadedCity city) throws Exception {
    try (ClickHouseClient analyst = new ClickHouseClient(city.engine().analyst())) {
      String statement = String.format(Locale.ROOT, PREVIEW, rowsOfASecond(analyst));
      for (int i = 0; i < TRIES; i++) {
        long begun = System.nanoTime();
        analyst.scalar(statement);
        timings.add("preview_direct", System.nanoTime() - begun);
        begun = System.nanoTime();
        desk.finish(desk.start(statement));
        timings.add("preview", System.nanoTime() - begun);
      }
    }
    timings.print("preview_direct");
    timings.print("preview");
    timings.line(
        "preview_more_p95_ms",
        timings.percentile("preview", 0.95) - timings.percentile("preview_direct", 0.95),
        "ms");
  }

  private static long rowsOfASecond(ClickHouseClient analyst) {
    long rows = 10_000_000;
    while (true) {
      long begun = System.nanoTime();
      analyst.scalar(String.format(Locale.ROOT, PREVIEW, rows));
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (seconds > 0.5) {
        return (long) (rows / seconds);
      }
      rows *= 2;
    }
  }

  /** The second of two exports: what the first one warmed up stays. */
  private void export(DeskHand desk, LoadedCity city) throws Exception {
    String statement =
        "SELECT device_id, grid, observed_at, value, unit FROM observations LIMIT " + EXPORTED;
    long pid = city.part("dashboard").pid();
    for (String turn : List.of("first", "second")) {
      double before = Slope.residentMegabytes(pid);
      double largest = before;
      long begun = System.nanoTime();
      long bytes = 0;
      byte[] piece = new byte[1 << 16];
      try (InputStream rows = desk.export(statement)) {
        for (int read = rows.read(piece); read >= 0; read = rows.read(piece)) {
          bytes += read;
          largest = Math.max(largest, Slope.residentMegabytes(pid));
        }
      }
      timings.line("export_" + turn + "_bytes", (double) bytes, "B");
      timings.line("export_" + turn + "_seconds", (System.nanoTime() - begun) / 1e9, "s");
      timings.line("export_" + turn + "_memory_growth", largest - before, "MB");
    }
  }

  private void walls(DeskHand desk, LoadedCity city) throws Exception {
    try (EventLoad load = EventLoad.start(city, RATE)) {
      List<WallScreen> screens =
          IntStream.range(0, WALLS)
              .mapToObj(i -> new WallScreen(i, city.dashboard(), timings, load.clock()))
              .toList();
      screens.forEach(WallScreen::start);
      try {
        Thread.sleep(30_000);
        double alone = toWall("event_to_wall_alone");
        List<String> reading = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          reading.add(desk.start(READING));
        }
        desk.keep(reading);
        double together = toWall("event_to_wall_reading");
        timings.line("event_to_wall_p95_ratio", together / alone, "1");
      } finally {
        screens.forEach(WallScreen::close);
      }
      load.finish();
    }
  }

  private double toWall(String figure) throws InterruptedException {
    timings.reset();
    Thread.sleep(SECONDS * 1_000L);
    double p95 = timings.percentile("event_to_wall", 0.95);
    timings.line(figure + "_count", timings.count("event_to_wall"), "1");
    timings.line(figure + "_p50_ms", timings.percentile("event_to_wall", 0.5), "ms");
    timings.line(figure + "_p95_ms", p95, "ms");
    return p95;
  }
}
