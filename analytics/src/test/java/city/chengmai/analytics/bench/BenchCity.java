package city.chengmai.analytics.bench;

import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Unit;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.grid.GridType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A city of 200 grids and a year of cases and orders, made by ClickHouse itself from hashes. */
final class BenchCity {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  /** The day that comes on top of the year. */
  static final LocalDate LAST = FIRST.plusDays(365);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  // A case goes through about six events, an order through about three and a half.
  private static final double CASES_OF_EVENT = 0.12;
  private static final double ORDERS_OF_EVENT = 0.085;

  private final Store store;
  private final long events;

  /** A city with about this many events. */
  BenchCity(Store store, long events) {
    this.store = store;
    this.events = events;
  }

  /** Moves the clock to the first moment of a day. */
  void today(LocalDate day) {
    run(
        "INSERT INTO cities SELECT 'bench', '', '', '%s', 'fixed:%s', toDate('%s'), NULL, %d"
            .formatted(ZONE, start(day), FIRST, day.toEpochDay()));
  }

  void describe() {
    run(text("areas.sql", Map.of()));
    today(LAST);
  }

  /** Adds what happened from one day to another; returns the number of events there are then. */
  long add(LocalDate from, LocalDate to) {
    String cases = String.valueOf(Math.round(events * CASES_OF_EVENT));
    String orders = String.valueOf(Math.round(events * ORDERS_OF_EVENT));
    Map<String, String> values = new HashMap<>();
    values.put("start", MOMENT.format(start(FIRST)));
    values.put("since", MOMENT.format(start(from)));
    values.put("asof", MOMENT.format(start(to)));
    values.put("seed", "77");
    values.put("count", cases);
    run(text("cases.sql", values));
    values.put("count", orders);
    run(text("orders.sql", values));
    try (ClickHouseClient client = store.client()) {
      return Long.parseLong(
          client.scalar(
              "SELECT (SELECT sum(version) FROM cases) + (SELECT sum(version) FROM hotline_orders)"));
    }
  }

  /** The peer: the same indicators as one script, into a table of the same shape. */
  String script(BenchWindow window, String target, LocalDate last) {
    Map<String, String> values = new HashMap<>(window.values());
    values.put("target", target);
    values.put("first", FIRST.toString());
    values.put("last", last.toString());
    values.put("until", MOMENT.format(start(LAST)));
    values.put("zone", ZONE.getId());
    values.put("version", "1");
    values.put("catalogue", catalogue());
    return text("indicators.sql", values);
  }

  /** Id, smallest sample and days, scale, and whether it is meant for the grids of this city. */
  private static String catalogue() {
    return Catalogue.bundled().indicators().stream()
        .filter(indicator -> indicator.unit() != Unit.HOURS)
        .map(
            indicator ->
                String.format(
                    Locale.ROOT,
                    "('%s', %s, %d, %s, %d)",
                    indicator.id(),
                    indicator.smallestSample(),
                    indicator.smallestDays(),
                    indicator.unit().scale(),
                    indicator.appliesTo(Optional.of(GridType.STREET_FRONT)) ? 1 : 0))
        .collect(Collectors.joining(", "));
  }

  private void run(String statement) {
    try (ClickHouseClient client = store.client()) {
      client.execute(statement);
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  private static String text(String file, Map<String, String> values) {
    try (InputStream in = BenchCity.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{{" + value.getKey() + "}}", value.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
