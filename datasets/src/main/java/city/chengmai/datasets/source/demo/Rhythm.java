package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** At which hours of a day something happens, as weights for the 24 hours. */
final class Rhythm {
  static final Rhythm FLAT =
      new Rhythm(2, 2, 1, 1, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 3, 3);
  static final Rhythm DAY =
      new Rhythm(0, 0, 0, 0, 0, 1, 3, 6, 9, 10, 10, 8, 5, 7, 9, 10, 9, 7, 4, 3, 2, 1, 0, 0);
  static final Rhythm OFFICE =
      new Rhythm(0, 0, 0, 0, 0, 0, 0, 2, 8, 12, 12, 8, 3, 8, 11, 11, 8, 4, 2, 2, 1, 0, 0, 0);
  static final Rhythm MORNING =
      new Rhythm(0, 0, 0, 0, 1, 4, 9, 12, 11, 9, 6, 4, 3, 3, 4, 4, 3, 4, 5, 4, 2, 1, 0, 0);
  static final Rhythm COMMUTE =
      new Rhythm(0, 0, 0, 0, 0, 1, 4, 12, 13, 7, 5, 5, 4, 4, 4, 5, 8, 12, 11, 6, 4, 2, 1, 0);
  static final Rhythm EVENING =
      new Rhythm(1, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 5, 5, 3, 3, 4, 6, 9, 12, 13, 11, 8, 4, 2);
  static final Rhythm NIGHT =
      new Rhythm(8, 5, 3, 2, 2, 3, 4, 3, 2, 2, 2, 2, 3, 2, 2, 2, 2, 2, 3, 4, 6, 9, 12, 11);

  /** When patrols walk: two rounds a day. */
  static final Rhythm PATROL =
      new Rhythm(0, 0, 0, 0, 0, 0, 0, 0, 2, 10, 12, 8, 0, 2, 9, 11, 9, 2, 0, 0, 0, 0, 0, 0);

  private final double[] hours;

  private Rhythm(double... hours) {
    this.hours = hours;
  }

  static Rhythm named(String name) {
    return switch (name) {
      case "flat" -> FLAT;
      case "day" -> DAY;
      case "office" -> OFFICE;
      case "morning" -> MORNING;
      case "commute" -> COMMUTE;
      case "evening" -> EVENING;
      case "night" -> NIGHT;
      default -> throw new IllegalArgumentException("no rhythm is named \"" + name + "\"");
    };
  }

  /** A moment of the day. */
  LocalDateTime moment(LocalDate day, Dice dice) {
    int hour = dice.weighted(hours);
    return day.atTime(hour, dice.below(60), dice.below(60));
  }

  /** 1 + 0.45 · cos of the distance to the middle of the season, over one year. */
  static double season(String season, LocalDate day) {
    int middle =
        switch (season) {
          case "spring" -> 105;
          case "summer" -> 200;
          case "autumn" -> 290;
          case "winter" -> 15;
          default -> -1;
        };
    if (middle < 0) {
      return 1;
    }
    return 1 + 0.45 * StrictMath.cos(2 * StrictMath.PI * (day.getDayOfYear() - middle) / 365.0);
  }
}
