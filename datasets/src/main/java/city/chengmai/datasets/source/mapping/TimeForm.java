package city.chengmai.datasets.source.mapping;

import java.math.BigDecimal;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One way to write a time. Thread-safe. */
@FunctionalInterface
interface TimeForm {

  /** The date, time of day and offset that the text tells, empty when it is not written so. */
  Optional<TemporalAccessor> parse(String text);

  /** As a pattern says. */
  static TimeForm written(DateTimeFormatter formatter) {
    return text -> {
      // Asked first because it hardly ever throws: most texts fit one of several forms only.
      ParsePosition end = new ParsePosition(0);
      try {
        if (formatter.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
          return Optional.empty();
        }
        return Optional.of(formatter.parse(text));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    };
  }

  /** As a number since 1970-01-01T00:00Z. */
  static TimeForm epoch(long unitsInSecond) {
    return new NumberForm(
        number -> {
          BigDecimal nanoseconds =
              number.movePointRight(9).divideToIntegralValue(BigDecimal.valueOf(unitsInSecond));
          BigDecimal[] parts = nanoseconds.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
          Instant moment = Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue());
          return moment.atOffset(ZoneOffset.UTC);
        });
  }

  /** As a spreadsheet counts: days since 1899-12-30, local time. */
  static TimeForm spreadsheet() {
    return new NumberForm(
        number -> {
          long seconds = Math.round(number.doubleValue() * 86_400);
          return LocalDate.of(1899, 12, 30).atStartOfDay().plusSeconds(seconds);
        });
  }

  /** A time that is written as a number. */
  record NumberForm(Function<BigDecimal, TemporalAccessor> reading) implements TimeForm {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,16}(\\.\\d{1,12})?");

    @Override
    public Optional<TemporalAccessor> parse(String text) {
      if (!NUMBER.matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(reading.apply(new BigDecimal(text)));
      } catch (DateTimeException | ArithmeticException e) {
        return Optional.empty();
      }
    }
  }
}
