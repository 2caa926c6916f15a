package city.chengmai.dashboard.bench;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import java.util.Locale;
import java.util.stream.Collectors;

/** Readings and cases of the six days before today, put into the tables at once. */
final class PastEvents {

  private static final int CASE_IN = 50;
  private static final int DAYS = 6;

  private PastEvents() {}

  /** Made by ClickHouse itself: each reading and each case with its event, over six past days. */
  static void load(LoadedCity city, long events) {
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
              CASE_IN, CASE_IN, grid(grids), moment(), moment(), events));
      client.execute(
          text(
              "INSERT INTO observations (device_id, kind, metric, grid, observed_at, value, unit,"
                  + " source, id, recorded_at, version) SELECT 'past-device-' ||"
                  + " toString(number %% 2000), 'noise-meter', 'sound-level', %s, %s,"
                  + " 40 + cityHash64(number, 2) %% 300 / 10, 'dB(A)', 'urn:city:past', 'past-' ||"
                  + " toString(number), %s, 1 FROM numbers(%d) WHERE number %% %d != 0",
              grid(grids), moment(), moment(), events, CASE_IN));
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
              grid(grids), moment(), events, CASE_IN));
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
