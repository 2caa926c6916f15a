package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/**
 * How times are written.
 *
 * @param formats patterns of {@link DateTimeFormatter}, tried in this order; {@code iso} stands for
 *     ISO 8601 with offset
 * @param zone zone of times without offset; empty for the city's
 */
public record TimeFormat(List<String> formats, String zone) {

  private static final String ISO = "iso";

  /** Refuses missing or malformed formats and an unknown zone. */
  public TimeFormat {
    if (formats == null || formats.isEmpty()) {
      throw new CityConfigurationException("key times.formats is missing");
    }
    formats = List.copyOf(formats);
    zone = requireNonNullElse(zone, "");
    formats.forEach(TimeFormat::formatter);
    zoneOr(zone, ZoneId.of("UTC"));
  }

  /** Reads times of this form. */
  LocalTimes reader(ZoneId cityZone) {
    return new LocalTimes(
        formats.stream().map(TimeFormat::formatter).toList(), zoneOr(zone, cityZone));
  }

  private static ZoneId zoneOr(String zone, ZoneId otherwise) {
    try {
      return zone.isEmpty() ? otherwise : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new CityConfigurationException(
          "times.zone is \"" + zone + "\", expected an IANA time zone such as Asia/Shanghai", e);
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    if (pattern.equals(ISO)) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    }
    try {
      // Strict, so that 30 February is refused; the era lets people write yyyy.
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new CityConfigurationException(
          "times.formats holds \""
              + pattern
              + "\", expected a pattern such as yyyy-MM-dd HH:mm:ss, or iso",
          e);
    }
  }
}
