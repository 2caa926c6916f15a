package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How times are written.
 *
 * @param formats patterns of {@link DateTimeFormatter}, tried in this order; {@code iso} stands for
 *     ISO 8601 with offset, {@code iso-local} for it without, {@code epoch-seconds}, {@code
 *     epoch-milliseconds} and {@code spreadsheet-days} for numbers
 * @param zone zone of times without offset; empty for the city's
 * @param twoDigitYearsFrom the first of the hundred years that {@code yy} can mean
 * @param overlap which of the two moments a local time is that occurs twice
 * @param gap what becomes of a local time that never occurs
 * @param midnightIsDay the moments (opened, due, closed) of which midnight means the whole day
 */
public record TimeFormat(
    List<String> formats,
    String zone,
    Integer twoDigitYearsFrom,
    Overlap overlap,
    Gap gap,
    List<String> midnightIsDay) {

  /** Quoted text is matched as well, so that it is passed over. */
  private static final Pattern TWO_DIGIT_YEAR = Pattern.compile("'[^']*'|(?<![yu])(yy|uu)(?![yu])");

  private static final List<String> MOMENTS = List.of("opened", "due", "closed");

  /** Refuses missing or malformed formats and an unknown zone. */
  public TimeFormat {
    if (formats == null || formats.isEmpty()) {
      throw new CityConfigurationException("key times.formats is missing");
    }
    formats = List.copyOf(formats);
    zone = requireNonNullElse(zone, "");
    twoDigitYearsFrom = requireNonNullElse(twoDigitYearsFrom, 2000);
    overlap = requireNonNullElse(overlap, Overlap.EARLIER);
    gap = requireNonNullElse(gap, Gap.FORWARD);
    midnightIsDay = List.copyOf(requireNonNullElse(midnightIsDay, List.of()));
    int from = twoDigitYearsFrom;
    formats.forEach(format -> form(format, from));
    zoneOr(zone, ZoneId.of("UTC"));
    if (!MOMENTS.containsAll(midnightIsDay)) {
      throw new CityConfigurationException(
          "times.midnight-is-day is " + midnightIsDay + ", expected some of " + MOMENTS);
    }
  }

  /** What to do with a local time that occurs twice as clocks go back. */
  public enum Overlap {
    /** The first of them. */
    @JsonProperty("earlier")
    EARLIER,
    /** The second of them. */
    @JsonProperty("later")
    LATER,
    /** Refuse the row. */
    @JsonProperty("refuse")
    REFUSE
  }

  /** What to do with a local time that is skipped as clocks go forward. */
  public enum Gap {
    /** Move it forward by the length of the gap. */
    @JsonProperty("forward")
    FORWARD,
    /** Refuse the row. */
    @JsonProperty("refuse")
    REFUSE
  }

  /** Reads times of this form. */
  LocalTimes reader(ZoneId cityZone) {
    return new LocalTimes(
        formats.stream().map(format -> form(format, twoDigitYearsFrom)).toList(),
        zoneOr(zone, cityZone),
        overlap == Overlap.LATER);
  }

  private static ZoneId zoneOr(String zone, ZoneId otherwise) {
    try {
      return zone.isEmpty() ? otherwise : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new CityConfigurationException(
          "times.zone is \"" + zone + "\", expected an IANA time zone such as Asia/Shanghai", e);
    }
  }

  private static TimeForm form(String format, int yearsFrom) {
    return switch (format) {
      case "iso" -> TimeForm.written(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      case "iso-local" -> TimeForm.written(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      case "epoch-seconds" -> TimeForm.epoch(1);
      case "epoch-milliseconds" -> TimeForm.epoch(1_000);
      case "spreadsheet-days" -> TimeForm.spreadsheet();
      default -> TimeForm.written(formatter(format, yearsFrom));
    };
  }

  private static void append(DateTimeFormatterBuilder builder, String pattern, int yearsFrom) {
    Matcher year = TWO_DIGIT_YEAR.matcher(pattern);
    while (year.find()) {
      if (year.group(1) != null) {
        builder
            .appendPattern(pattern.substring(0, year.start(1)))
            .appendValueReduced(ChronoField.YEAR, 2, 2, yearsFrom)
            .appendPattern(pattern.substring(year.end(1)));
        return;
      }
    }
    builder.appendPattern(pattern);
  }

  private static DateTimeFormatter formatter(String pattern, int yearsFrom) {
    try {
      DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
      append(builder, pattern, yearsFrom);
      // Strict, so that 30 February is refused; the era lets people write yyyy.
      return builder
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException | ClassCastException e) {
      // The builder itself fails so for some patterns, as where padding stands before a short year.
      throw new CityConfigurationException(
          "times.formats holds \""
              + pattern
              + "\", expected a pattern such as yyyy-MM-dd HH:mm:ss, or one of iso, iso-local,"
              + " epoch-seconds, epoch-milliseconds, spreadsheet-days",
          e);
    }
  }
}
