package city.chengmai.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole installation under load while parts of it are killed: {@code -Dminutes=30}, {@code
 * -Dbench.rate=2000} events a second, 50 walls, 20 leaders, 5 analysts, one random kill a minute
 * ({@code -Dseed=N}). Afterwards every event counts once. {@code -Dbench.kills=false} leaves all
 * alive: only then memory and files of a part have the time to show a slope.
 */
class SoakBench {

  private static final String BENCH = "soak";
  private static final int MINUTES = Integer.getInteger("minutes", 30);
  private static final int RATE = Integer.getInteger("bench.rate", 2_000);
  private static final long SEED = Long.getLong("seed", 1L);
  private static final boolean KILLS =
      Boolean.parseBoolean(System.getProperty("bench.kills", "true"));
  private static final Duration SETTLE_WITHIN = Duration.ofMinutes(10);

  private final Random random = new Random(SEED);
  private final Timings timings = new Timings(BENCH, System.out::println);
  private final Map<String, Slope> memory = new TreeMap<>();
  private final Map<String, Slope> handles = new TreeMap<>();
  private final Map<String, Integer> kills = new TreeMap<>();
  private long begun;
  private long awaySince;

  @Test
  void soak(@TempDir Path directory) throws Exception {
    try (LoadedCity city = LoadedCity.start(directory);
        EventLoad load = EventLoad.start(city, RATE)) {
      city.follow();
      try (Audience audience = Audience.come(city, timings, load.clock());
          WatchedWall wall = new WatchedWall(city.dashboard())) {
        begun = System.nanoTime();
        timings.line("visitors", audience.size(), "1");
        live(city, wall);
        load.finish();
        long unsettled = settle(city, load);
        print(city, load, wall, unsettled);
        assertThat(unsettled).as("events missing or doubled").isZero();
        assertThat(wall.unmarked()).as("looks at an unmarked stale wall").isZero();
      }
    }
  }

  private void live(LoadedCity city, WatchedWall wall) throws Exception {
    double nextKill = 60;
    while (seconds() < MINUTES * 60.0) {
      Thread.sleep(2_000);
      sample(city);
      wall.look(seconds(), awaySeconds(city));
      if (KILLS && seconds() > nextKill) {
        kill(city);
        nextKill += 60;
      }
    }
  }

  /** Ingest, broker and ClickHouse most often; the dashboard now and then, so that slopes tell. */
  private void kill(LoadedCity city) {
    int drawn = random.nextInt(10);
    String victim =
        drawn < 3
            ? "ingest"
            : drawn < 5
                ? "broker"
                : drawn < 7 ? "clickhouse" : drawn < 9 ? "analytics" : "dashboard";
    kills.merge(victim, 1, Integer::sum);
    if (victim.equals("clickhouse")) {
      ProcessHandle.of(city.engine().pid()).ifPresent(ProcessHandle::destroyForcibly);
    } else {
      city.part(victim).kill(Duration.ofSeconds(1 + random.nextInt(40)));
    }
  }

  private double awaySeconds(LoadedCity city) {
    if (city.part("dashboard").alive()) {
      awaySince = 0;
      return 0;
    }
    if (awaySince == 0) {
      awaySince = System.nanoTime();
    }
    return (System.nanoTime() - awaySince) / 1e9;
  }

  private void sample(LoadedCity city) {
    city.parts().forEach(part -> sample(part.name(), part.pid()));
    sample("clickhouse", city.engine().pid());
  }

  private void sample(String part, long pid) {
    try {
      double resident = Slope.residentMegabytes(pid);
      double open = Slope.handles(pid);
      memory.computeIfAbsent(part, name -> new Slope()).add(pid, seconds(), resident);
      handles.computeIfAbsent(part, name -> new Slope()).add(pid, seconds(), open);
    } catch (IOException dead) {
      // It was killed between the two; the next sample is of the next process.
      return;
    }
  }

  /** Waits until every event is there, for a bounded time; how many are missing or too many. */
  private static long settle(LoadedCity city, EventLoad load) throws InterruptedException {
    long until = System.nanoTime() + SETTLE_WITHIN.toNanos();
    long difference = Long.MAX_VALUE;
    while (difference != 0 && System.nanoTime() < until) {
      Thread.sleep(2_000);
      try {
        difference = difference(city, load);
      } catch (RuntimeException starting) {
        difference = Long.MAX_VALUE;
      }
    }
    return difference;
  }

  private static long difference(LoadedCity city, EventLoad load) {
    long events = load.cases() + load.readings();
    return Math.abs(number(city, "SELECT count() FROM events") - events)
        + Math.abs(number(city, "SELECT count() FROM cases") - load.cases())
        + Math.abs(number(city, "SELECT toInt64(sum(value)) FROM observations") - load.sum());
  }

  private static long number(LoadedCity city, String sql) {
    return Long.parseLong(city.value(sql));
  }

  private void print(LoadedCity city, EventLoad load, WatchedWall wall, long unsettled) {
    long events = load.cases() + load.readings();
    long stored = number(city, "SELECT count() FROM events");
    long doubled = stored - number(city, "SELECT uniqExact(source, id) FROM events");
    timings.line("seed", (double) SEED, "1");
    timings.line("minutes", MINUTES, "min");
    timings.line("events", (double) events, "1");
    timings.line("batches_sent_again", (double) load.resent(), "1");
    timings.line("lost", (double) Math.max(0, events - stored), "1");
    timings.line("doubled", (double) Math.max(doubled, Math.max(0, stored - events)), "1");
    timings.line("differences", (double) unsettled, "1");
    timings.line("dead_letters", (double) number(city, "SELECT count() FROM dead_letters"), "1");
    kills.forEach((part, count) -> timings.line("kills_" + part, count, "1"));
    List<String> kinds = new ArrayList<>(List.of("wall_page", "wall_panel", "event_to_wall"));
    kinds.addAll(List.of("page", "desk_query", "chart_svg", "chart_png"));
    kinds.forEach(kind -> timings.print(kind));
    memory.forEach(
        (part, slope) -> {
          timings.line("memory_slope_" + part, slope.perHour(), "MB/h");
          timings.line("memory_peak_" + part, slope.largest(), "MB");
        });
    handles.forEach(
        (part, slope) -> {
          timings.line("handles_slope_" + part, slope.perHour(), "1/h");
          timings.line("handles_peak_" + part, slope.largest(), "1");
        });
    wall.print(timings);
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }
}
