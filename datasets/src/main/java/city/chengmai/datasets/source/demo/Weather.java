package city.chengmai.datasets.source.demo;

import java.time.LocalDate;

/** Rain over the demo city, day by day. */
final class Weather {

  private static final double CHANCE_OF_RAIN = 0.3;
  private static final double USUAL_MILLIMETRES = 5;
  private static final int MOST_MILLIMETRES = 32;
  private static final int HEAVY_MILLIMETRES = 68;

  private final long seed;
  private final IncidentCalendar incidents;

  Weather(long seed, IncidentCalendar incidents) {
    this.seed = seed;
    this.incidents = incidents;
  }

  /** Millimetres of rain in a day; heavy whenever drains are to overflow. */
  double rain(LocalDate day) {
    Dice dice = Dice.of(seed, "weather", day.toEpochDay());
    if (incidents.on(day).stream().anyMatch(hit -> hit.kind() == IncidentKind.DRAIN_BURST)) {
      return HEAVY_MILLIMETRES + dice.below(20);
    }
    if (!dice.chance(CHANCE_OF_RAIN * Rhythm.season("summer", day))) {
      return 0;
    }
    double millimetres = Math.min(MOST_MILLIMETRES, dice.logNormal(USUAL_MILLIMETRES, 0.9));
    return Math.rint(millimetres * 10) / 10;
  }
}
