package city.chengmai.datasets.calendar;

import java.util.List;

/** The holiday calendars that a city descriptor can name. */
public final class HolidayCalendars {

  /** The names that {@link #named} knows. */
  public static final List<String> NAMES = List.of("china", "us-federal", "none");

  private HolidayCalendars() {}

  /**
   * The calendar of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists the names
   */
  public static HolidayCalendar named(String name) {
    return switch (name) {
      case "china" -> new ChineseHolidays();
      case "us-federal" -> new UsFederalHolidays();
      case "none" -> new NoHolidays();
      default ->
          throw new IllegalArgumentException(
              "holiday calendar \"" + name + "\" is unknown, expected one of " + NAMES);
    };
  }
}
