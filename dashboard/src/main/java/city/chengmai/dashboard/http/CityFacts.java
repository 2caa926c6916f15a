package city.chengmai.dashboard.http;

import city.chengmai.dashboard.i18n.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What every page says about the city.
 *
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param zone zone of every day and time shown
 * @param firstDay first day that the city is told of; empty while nobody described the city
 * @param lastDay last day with data of a historical city; empty for a live one
 * @param specialPeriods times with thresholds of their own
 */
public record CityFacts(
    String nameZh,
    String nameEn,
    ZoneId zone,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    List<SpecialPeriod> specialPeriods) {

  /**
   * A time with thresholds of its own (特殊时段).
   *
   * @param from first day
   * @param last last day
   */
  public record SpecialPeriod(
      String id, String nameZh, String nameEn, LocalDate from, LocalDate last) {

    /** The name in this language. */
    public String name(Language language) {
      return language == Language.CHINESE ? nameZh : nameEn;
    }
  }

  /** Copies the periods. */
  public CityFacts {
    specialPeriods = List.copyOf(specialPeriods);
  }

  /** A city without special periods and a first day. */
  public CityFacts(String nameZh, String nameEn, ZoneId zone, Optional<LocalDate> lastDay) {
    this(nameZh, nameEn, zone, Optional.empty(), lastDay, List.of());
  }

  /** The name in this language. */
  public String name(Language language) {
    return language == Language.CHINESE ? nameZh : nameEn;
  }

  /** The special period that a day lies in. */
  public Optional<SpecialPeriod> specialOn(LocalDate day) {
    return specialPeriods.stream()
        .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.last()))
        .findFirst();
  }

  /** The special period that pages of this moment are in; of a historical city its last day's. */
  public Optional<SpecialPeriod> specialAt(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return specialOn(lastDay.filter(today::isAfter).orElse(today));
  }
}
