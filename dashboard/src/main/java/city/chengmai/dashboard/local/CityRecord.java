package city.chengmai.dashboard.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * What the first start on a data directory decided, so that every later start goes on with the same
 * city.
 *
 * @param city name of the descriptor
 * @param clock city clock setting, empty when the descriptor's own holds
 * @param firstDay first day of the synthetic city, empty for a city read from files
 * @param seed of the synthetic city, empty for its own
 * @param speed how fast its days pass once it is live, 1 for real time
 */
public record CityRecord(
    String city,
    Optional<String> clock,
    Optional<LocalDate> firstDay,
    Optional<Long> seed,
    double speed) {

  /** Refuses a speed that goes nowhere. */
  public CityRecord {
    if (!(speed > 0) || speed > 100_000) {
      throw new IllegalArgumentException(
          "speed " + speed + ": expected more than 0, at most 100000");
    }
  }

  /** The record in this file, empty before the first start. */
  static Optional<CityRecord> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("read " + file, e);
    }
    return Optional.of(
        new CityRecord(
            lines.getProperty("city"),
            Optional.ofNullable(lines.getProperty("clock")),
            Optional.ofNullable(lines.getProperty("first-day")).map(LocalDate::parse),
            Optional.ofNullable(lines.getProperty("seed")).map(Long::valueOf),
            Double.parseDouble(lines.getProperty("speed", "1"))));
  }

  void write(Path file) {
    Properties lines = new Properties();
    lines.setProperty("city", city);
    clock.ifPresent(value -> lines.setProperty("clock", value));
    firstDay.ifPresent(value -> lines.setProperty("first-day", value.toString()));
    seed.ifPresent(value -> lines.setProperty("seed", value.toString()));
    lines.setProperty("speed", Double.toString(speed));
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      lines.store(writer, "Decided at the first start; another city needs another data directory");
    } catch (IOException e) {
      throw new UncheckedIOException("write " + file, e);
    }
  }
}
