package city.chengmai.datasets.source;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.HolidayCalendars;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What {@code city.yaml} says; text that is not given is empty. */
record CityDescriptor(
    String name,
    String nameZh,
    String nameEn,
    String zone,
    String holidays,
    String clock,
    LocalDate firstDay,
    LocalDate lastDay,
    String areas,
    String categories,
    String feeds,
    Feed feed) {

  CityDescriptor {
    name = requireNonNullElse(name, "");
    required("name-zh", nameZh);
    required("name-en", nameEn);
    required("zone", zone);
    required("first-day", firstDay);
    required("feed", feed);
    holidays = requireNonNullElse(holidays, "none");
    clock = requireNonNullElse(clock, "system");
    areas = requireNonNullElse(areas, "areas.geojson");
    categories = requireNonNullElse(categories, "categories.csv");
    feeds = requireNonNullElse(feeds, "");
    requireKnownCalendar(holidays);
    if (lastDay != null && !lastDay.isAfter(firstDay)) {
      throw new CityConfigurationException(
          "last-day is " + lastDay + ", expected a day after first-day " + firstDay);
    }
  }

  /**
   * Where the events come from.
   *
   * @param kind {@code mapping}
   * @param mapping name of the mapping file
   */
  record Feed(String kind, String mapping) {
    Feed {
      required("feed.kind", kind);
      mapping = requireNonNullElse(mapping, "mapping.yaml");
    }
  }

  ZoneId zoneId() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new CityConfigurationException(
          "zone is \"" + zone + "\", expected an IANA time zone such as Asia/Shanghai", e);
    }
  }

  HolidayCalendar holidayCalendar() {
    return HolidayCalendars.named(holidays);
  }

  Optional<LocalDate> dayAfterLast() {
    return Optional.ofNullable(lastDay);
  }

  private static void requireKnownCalendar(String holidays) {
    if (!HolidayCalendars.NAMES.contains(holidays)) {
      throw new CityConfigurationException(
          "holidays is \"" + holidays + "\", expected one of " + HolidayCalendars.NAMES);
    }
  }

  private static void required(String key, Object value) {
    if (value == null || value.toString().isBlank()) {
      throw new CityConfigurationException("key " + key + " is missing");
    }
  }
}
