package city.chengmai.analytics.model.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The season of each week that a week is held against. Weeks near the same date of earlier years,
 * and those just before the week itself, are of its own season, number 0; those between two such
 * blocks are split into runs as equal as possible, the longer first, numbered from 1:
 *
 * <pre>
 *   first ... 0 0 0 1 1 1 ... 9 9 0 0 0 1 1 1 ... 9 9 0 0 0 | week
 * </pre>
 */
final class FarringtonSeason {

  private static final double WEEK = 7;

  private final int first;
  private final int[] seasons;

  /** The seasons before the week at a position. */
  FarringtonSeason(CountSeries series, int position, FarringtonSettings settings) {
    int width = settings.halfWidth();
    this.first = reference(series, position, settings.years()) - width;
    this.seasons = new int[position - first];
    int end = first;
    for (int year = settings.years() - 1; year >= 0; year--) {
      end += 2 * width + 1;
      int next = (year == 0 ? position : reference(series, position, year)) - width;
      split(end - first, next - first, settings.periods() - 1);
      end = next;
    }
  }

  /** First week of the history, negative when the series begins later. */
  int first() {
    return first;
  }

  int of(int position) {
    return seasons[position - first];
  }

  /** The week of the same weekday nearest to the same date some years before. */
  private static int reference(CountSeries series, int position, int years) {
    LocalDate then = series.at(position).toLocalDate().minusYears(years);
    long days = ChronoUnit.DAYS.between(series.start().toLocalDate(), then);
    return (int) Math.round(days / WEEK);
  }

  private void split(int from, int to, int runs) {
    int shortest = (to - from) / runs;
    int longer = (to - from) % runs;
    int week = from;
    for (int run = 0; run < runs; run++) {
      int length = shortest + (run < longer ? 1 : 0);
      for (int i = 0; i < length; i++) {
        seasons[week++] = run + 1;
      }
    }
  }
}
