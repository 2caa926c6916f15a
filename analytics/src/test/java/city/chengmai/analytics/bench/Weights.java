package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.SeasonalDetector;
import city.chengmai.analytics.model.series.SeasonalSettings;
import city.chengmai.datasets.calendar.HolidayCalendar;
import java.util.Arrays;
import java.util.List;

/** Further weights of two periods' sum to try, {@code -Dpooling=1,2,4}. */
final class Weights {

  private Weights() {}

  static List<Rival> rivals(HolidayCalendar holidays, SeasonalSettings settings) {
    return Arrays.stream(System.getProperty("pooling", "").split(","))
        .filter(weight -> !weight.isBlank())
        .map(
            weight ->
                new Rival(
                    "pooling_" + weight + "_",
                    new SeasonalDetector(
                        holidays,
                        new SeasonalSettings(
                            settings.alpha(), Double.parseDouble(weight), settings.season()))))
        .toList();
  }
}
