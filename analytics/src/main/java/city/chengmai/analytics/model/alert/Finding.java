package city.chengmai.analytics.model.alert;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a detector found, as far as it decides which findings are one alert.
 *
 * @param id unique
 * @param subject what goes on or not: an area, a device; findings of other subjects never continue
 *     it
 * @param category findings of other categories have nothing to do with it; may be empty
 * @param first first day that it is about
 * @param last last day that it is about
 */
public record Finding(String id, String subject, String category, LocalDate first, LocalDate last) {

  /** Checks the order of the days. */
  public Finding {
    Objects.requireNonNull(id, "id");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "finding " + id + ": expected a last day not before " + first + ", seen " + last);
    }
  }
}
