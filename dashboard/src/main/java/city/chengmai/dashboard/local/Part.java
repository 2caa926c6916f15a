package city.chengmai.dashboard.local;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a local run, in the order they start. */
public enum Part {
  /** The native ClickHouse library, fetched once per user. */
  LIBRARY,
  /** The ClickHouse server. */
  CLICKHOUSE,
  /** The Kafka broker. */
  BROKER,
  /** The stream topology and its sink. */
  INGEST,
  /** The city's events on their way into the broker. */
  REPLAY,
  /** The indicator, portrait and alert jobs. */
  ANALYTICS;

  /** The name in progress lines, message keys and log file names, for example {@code broker}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The part of this wire name. */
  public static Optional<Part> named(String wireName) {
    return Stream.of(values()).filter(part -> part.wireName().equals(wireName)).findFirst();
  }
}
