package city.chengmai.datasets.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What time it is in the city. A live city runs on the system clock; a recorded or synthetic one on
 * a fixed moment, or on a clock that started at a moment of the city and runs faster.
 *
 * <pre>
 *   from:2025-03-01T00:00:00Z@2026-01-01T00:00:00Zx60
 *        city moment          real moment         speed
 *   one real minute after the real moment it is 2025-03-01T01:00:00Z in the city
 * </pre>
 *
 * Thread-safe.
 */
public final class CityClock implements InstantSource {
  private static final Pattern FROM =
      Pattern.compile("from:([^@]+)@([^@x]+)x([0-9]+(?:\\.[0-9]+)?)");
  private static final double NANOS = 1e9;

  private final InstantSource real;
  private final Instant cityStart;
  private final Instant realStart;
  private final double speed;
  private final String text;

  private CityClock(
      InstantSource real, Instant cityStart, Instant realStart, double speed, String text) {
    this.real = Objects.requireNonNull(real, "real");
    this.cityStart = cityStart;
    this.realStart = realStart;
    this.speed = speed;
    this.text = text;
  }

  /** Reads the text of setting {@code city.clock} on top of the system clock. */
  public static CityClock parse(String text) {
    return parse(text, InstantSource.system());
  }

  /**
   * Reads the text of setting {@code city.clock} on top of any clock.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static CityClock parse(String text, InstantSource real) {
    if (text.equals("system")) {
      return new CityClock(real, Instant.EPOCH, Instant.EPOCH, 1, text);
    }
    if (text.startsWith("fixed:")) {
      Instant moment = instant(text.substring("fixed:".length()));
      return new CityClock(real, moment, Instant.EPOCH, 0, text);
    }
    Matcher matcher = FROM.matcher(text);
    if (matcher.matches()) {
      return new CityClock(
          real,
          instant(matcher.group(1)),
          instant(matcher.group(2)),
          Double.parseDouble(matcher.group(3)),
          text);
    }
    throw new IllegalArgumentException(
        "city clock: expected system, fixed:INSTANT or from:CITY_INSTANT@REAL_INSTANTxSPEED, got "
            + text);
  }

  /** Now, in the city. */
  @Override
  public Instant instant() {
    Instant now = real.instant();
    if (speed == 1 && cityStart.equals(realStart)) {
      return now;
    }
    Duration passed = Duration.between(realStart, now);
    // Seconds and nanoseconds apart: a double of nanoseconds would be off by microseconds in a
    // year.
    double seconds = passed.getSeconds() * speed;
    long whole = (long) Math.floor(seconds);
    double rest = (seconds - whole) * NANOS + passed.getNano() * speed;
    return cityStart.plusSeconds(whole).plusNanos(Math.round(rest));
  }

  /** How many city seconds pass in one real second; 0 when the clock stands still. */
  public double speed() {
    return speed;
  }

  /** The text it was read from. */
  @Override
  public String toString() {
    return text;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          "city clock: expected a moment like 2025-03-01T00:00:00Z, got " + text, unreadable);
    }
  }
}
