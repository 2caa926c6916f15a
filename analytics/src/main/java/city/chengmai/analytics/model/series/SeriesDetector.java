package city.chengmai.analytics.model.series;

import java.util.List;

/**
 * A method that judges each period of a series by earlier periods only, so that appending later
 * ones changes no earlier judgement.
 */
@FunctionalInterface
public interface SeriesDetector {

  /**
   * Judges the periods {@code [from, to)}, given as positions of the series, in order; those with
   * too little history before them are left out.
   */
  List<Judgement> judge(CountSeries series, int from, int to);
}
