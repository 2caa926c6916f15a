package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What cases are split by. Its wire names are those of {@code explore-chosen.sql}. */
enum CaseProperty {
  GRID,
  GRID_TYPE,
  CATEGORY,
  CHANNEL,
  LEVEL,
  UNIT,
  STAGE,
  MONTH,
  WEEK,
  DAY,
  WEEKDAY,
  HOUR;

  private static final int WEEKDAYS = 7;
  private static final int HOURS = 24;

  /** The name in addresses and queries. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The property of this name. */
  static Optional<CaseProperty> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }

  /**
   * Every value there is between two days, both included, for properties that have an order, so
   * that what never happened is told as none; empty for the others.
   */
  List<String> ordered(LocalDate from, LocalDate to) {
    return switch (this) {
      case DAY -> steps(from, to, day -> day.plusDays(1));
      case WEEK ->
          steps(from.minusDays(from.getDayOfWeek().getValue() - 1L), to, week -> week.plusWeeks(1));
      case MONTH -> steps(from.withDayOfMonth(1), to, month -> month.plusMonths(1));
      case WEEKDAY -> IntStream.rangeClosed(1, WEEKDAYS).mapToObj(String::valueOf).toList();
      case HOUR ->
          IntStream.range(0, HOURS)
              .mapToObj(hour -> String.format(Locale.ROOT, "%02d", hour))
              .toList();
      default -> List.of();
    };
  }

  private static List<String> steps(LocalDate from, LocalDate to, UnaryOperator<LocalDate> next) {
    return Stream.iterate(from, day -> ChronoUnit.DAYS.between(day, to) >= 0, next)
        .map(LocalDate::toString)
        .toList();
  }

  /** A value of it in words. */
  String word(String value, CityModel city, Messages messages) {
    if (value.isEmpty()) {
      return messages.text("explore.not-told");
    }
    return switch (this) {
      case GRID -> city.areaName(value, messages.language());
      case GRID_TYPE -> messages.textOr("grid-type." + value, value);
      case CATEGORY -> city.categoryName(value, messages.language());
      case CHANNEL -> messages.textOr("channel." + value, value);
      case LEVEL -> messages.textOr("case-level." + value, value);
      case STAGE -> messages.textOr("stage." + value, value);
      case WEEKDAY -> messages.textOr("weekday." + value, value);
      case WEEK -> messages.text("explore.week-from", value);
      case HOUR -> value + ":00";
      case UNIT, DAY, MONTH -> value;
    };
  }
}
