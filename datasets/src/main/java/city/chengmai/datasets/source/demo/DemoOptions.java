package city.chengmai.datasets.source.demo;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.source.CityOptions;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the demo city is made from; equal options make equal bytes.
 *
 * @param seed any number
 * @param firstDay first day of events, in {@link #ZONE}
 * @param holidays which days its offices work
 */
public record DemoOptions(long seed, LocalDate firstDay, HolidayCalendar holidays) {

  /** The zone of the demo city. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The seed unless told otherwise. */
  public static final long DEFAULT_SEED = CityOptions.USUAL_SEED;

  /** Days of history that the demo has behind it when it is shown. */
  public static final int HISTORY_DAYS = 120;

  /** Refuses nulls. */
  public DemoOptions {
    requireNonNull(firstDay, "firstDay");
    requireNonNull(holidays, "holidays");
  }

  /** What a generated city is asked for; without a first day, today is the last day of history. */
  public static DemoOptions of(CityOptions options) {
    LocalDate today = LocalDate.ofInstant(options.clock().instant(), ZONE);
    return new DemoOptions(
        options.seed(),
        options.firstDay().orElse(today.minusDays(HISTORY_DAYS - 1L)),
        HolidayCalendars.named("china"));
  }

  /** The default seed, with {@code today} as the last of {@link #HISTORY_DAYS} days. */
  public static DemoOptions endingOn(LocalDate today, HolidayCalendar holidays) {
    return new DemoOptions(DEFAULT_SEED, today.minusDays(HISTORY_DAYS - 1L), holidays);
  }
}
