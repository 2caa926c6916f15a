package city.chengmai.dashboard.bulletin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often a bulletin comes (节奏). */
public enum BulletinKind {
  /** The daily patrol brief (日巡查). */
  DAY(7),
  /** The weekly analysis (周研判), Monday to Sunday. */
  WEEK(8),
  /** The monthly bulletin (月通报). */
  MONTH(6),
  /** The pack of the monthly talk meeting (月谈会), failures among it. */
  TALK(6);

  private final int kept;

  BulletinKind(int kept) {
    this.kept = kept;
  }

  /** How many of the latest periods are drafted and looked at again for changes. */
  public int kept() {
    return kept;
  }

  /** The name of its periods in tables of values: day, week or month. */
  public String grain() {
    return this == TALK ? MONTH.wireName() : wireName();
  }

  /** The name in addresses, settings and tables. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this name. */
  public static Optional<BulletinKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  /**
   * Kinds separated by commas.
   *
   * @throws IllegalArgumentException for a name that is none
   */
  public static List<BulletinKind> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> of(name).orElseThrow(() -> new IllegalArgumentException(name + " is none")))
        .distinct()
        .toList();
  }

  /** The period that a day lies in. */
  public Period containing(LocalDate day) {
    LocalDate first =
        switch (this) {
          case DAY -> day;
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH, TALK -> day.withDayOfMonth(1);
        };
    return new Period(this, first, after(first));
  }

  private LocalDate after(LocalDate first) {
    return switch (this) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH, TALK -> first.plusMonths(1);
    };
  }
}
