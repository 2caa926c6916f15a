package city.chengmai.dashboard.http;

import city.chengmai.dashboard.i18n.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What every page says about the city.
 *
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param zone zone of every day and time shown
 * @param lastDay last day with data of a historical city; empty for a live one
 */
public record CityFacts(String nameZh, String nameEn, ZoneId zone, Optional<LocalDate> lastDay) {

  /** The name in this language. */
  public String name(Language language) {
    return language == Language.CHINESE ? nameZh : nameEn;
  }
}
