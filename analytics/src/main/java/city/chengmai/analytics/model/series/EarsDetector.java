package city.chengmai.analytics.model.series;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;

/**
 * The Early Aberration Reporting System (Hutwagner et al., Journal of Urban Health 80, 2003; longer
 * baselines and the floor of the deviation by Tokars et al., Emerging Infectious Diseases 15,
 * 2009): counts against mean and standard deviation of the latest ones. For series too young for a
 * model and as a rival; its probabilities are those of a normal distribution and come true by far
 * too often.
 */
public final class EarsDetector implements SeriesDetector {

  private static final double FAR_OUT = 35;
  private static final double C3_FREE = 1;

  private final EarsSettings settings;

  /** A detector with these settings. */
  public EarsDetector(EarsSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Judgement> judge(CountSeries series, int from, int to) {
    List<Judgement> judgements = new ArrayList<>();
    for (int position = Math.max(from, settings.first()); position < to; position++) {
      judgements.add(judge(series.counts(), position));
    }
    return judgements;
  }

  private Judgement judge(double[] counts, int position) {
    Recent recent = recent(counts, position);
    double single = recent.deviations(counts[position]);
    double earlier = earlierExcesses(counts, position);
    boolean sums = settings.variant() == EarsSettings.Variant.C3;
    double score = sums ? earlier + excess(single) : single;
    double bound = sums ? settings.threshold() - earlier + C3_FREE : settings.threshold();
    return new Judgement(
        position,
        counts[position],
        recent.mean,
        Math.max(0, recent.mean - settings.threshold() * recent.deviation),
        recent.mean + Math.max(0, bound) * recent.deviation,
        log10Tail(score),
        score,
        score > settings.threshold());
  }

  private double earlierExcesses(double[] counts, int position) {
    double sum = 0;
    if (settings.variant() == EarsSettings.Variant.C3) {
      for (int i = position - EarsSettings.GUARD; i < position; i++) {
        sum += excess(recent(counts, i).deviations(counts[i]));
      }
    }
    return sum;
  }

  private static double excess(double deviations) {
    return Math.max(0, deviations - C3_FREE);
  }

  /** Mean and sample standard deviation of a baseline. */
  private record Recent(double mean, double deviation) {

    double deviations(double count) {
      if (deviation > 0) {
        return (count - mean) / deviation;
      }
      return count > mean ? Double.POSITIVE_INFINITY : count < mean ? Double.NEGATIVE_INFINITY : 0;
    }
  }

  private Recent recent(double[] counts, int position) {
    int to = position - settings.guard();
    int from = to - settings.baseline();
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += counts[i];
    }
    double mean = sum / settings.baseline();
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (counts[i] - mean) * (counts[i] - mean);
    }
    double deviation = Math.sqrt(squares / (settings.baseline() - 1));
    return new Recent(mean, Math.max(settings.smallestDeviation(), deviation));
  }

  /** Base-10 logarithm of the upper tail of the standard normal distribution. */
  private static double log10Tail(double deviations) {
    if (deviations > FAR_OUT) {
      double square = deviations * deviations;
      return -(square / 2 + Math.log(deviations * Math.sqrt(2 * Math.PI))) / Math.log(10);
    }
    return Math.log10(Erf.erfc(deviations / Math.sqrt(2)) / 2);
  }
}
