package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * When a statement runs (执行周期): every so many minutes or hours from when the schedule was made, or
 * at a time of the city's day.
 *
 * @param every of minutes and hours; 1 otherwise
 * @param at of daily and weekly; midnight otherwise
 * @param day of weekly; Monday otherwise
 */
public record Cadence(Kind kind, int every, LocalTime at, DayOfWeek day) {

  /** Fewest minutes from one run to the next. */
  public static final int FEWEST_MINUTES = 5;

  /** Most minutes or hours from one run to the next. */
  public static final int MOST = 720;

  /** How the time is told. */
  public enum Kind {
    /** Every so many minutes (每若干分钟). */
    MINUTES,
    /** Every so many hours (每若干小时). */
    HOURS,
    /** Once a day (每日). */
    DAILY,
    /** Once a week (每周). */
    WEEKLY;

    /** The name in tables, forms and message keys. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a name. */
    public static Optional<Kind> of(String wireName) {
      return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }
  }

  /** Checks that it can be kept. */
  public Cadence {
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
    requireNonNull(day, "day");
    int fewest = kind == Kind.MINUTES ? FEWEST_MINUTES : 1;
    if (every < fewest || every > MOST) {
      throw new IllegalArgumentException(
          "every " + every + " " + kind.wireName() + ", expected " + fewest + " to " + MOST);
    }
  }

  /**
   * The last moment at which it was to run.
   *
   * @param since when the schedule was made
   * @return empty before the first one
   */
  public Optional<Instant> latest(Instant since, Instant now, ZoneId zone) {
    if (now.isBefore(since)) {
      return Optional.empty();
    }
    if (isInterval()) {
      long times = Duration.between(since, now).dividedBy(step());
      return Optional.of(since.plus(step().multipliedBy(times)));
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate last =
        kind == Kind.WEEKLY ? today.with(TemporalAdjusters.previousOrSame(day)) : today;
    Instant due = at(last, zone);
    Instant found = due.isAfter(now) ? at(last.minusDays(days()), zone) : due;
    return Optional.of(found).filter(moment -> !moment.isBefore(since));
  }

  /** The next moment at which it is to run, after now. */
  public Instant next(Instant since, Instant now, ZoneId zone) {
    if (now.isBefore(since)) {
      return isInterval() ? since : next(since, since, zone);
    }
    if (isInterval()) {
      return latest(since, now, zone).orElse(since).plus(step());
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate first = kind == Kind.WEEKLY ? today.with(TemporalAdjusters.nextOrSame(day)) : today;
    Instant due = at(first, zone);
    return due.isAfter(now) ? due : at(first.plusDays(days()), zone);
  }

  private boolean isInterval() {
    return kind == Kind.MINUTES || kind == Kind.HOURS;
  }

  private Duration step() {
    return kind == Kind.MINUTES ? Duration.ofMinutes(every) : Duration.ofHours(every);
  }

  private int days() {
    return kind == Kind.WEEKLY ? 7 : 1;
  }

  private Instant at(LocalDate date, ZoneId zone) {
    return date.atTime(at).atZone(zone).toInstant();
  }
}
