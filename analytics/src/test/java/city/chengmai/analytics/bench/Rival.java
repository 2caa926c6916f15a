package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.CountSeries;
import city.chengmai.analytics.model.series.Judgement;
import city.chengmai.analytics.model.series.SeriesDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One method in a study: its threshold is set on some runs, what it detects is counted on others.
 */
final class Rival {

  private final String name;
  private final SeriesDetector detector;
  private final List<double[]> calibration = new ArrayList<>();
  private final List<Measured> measured = new ArrayList<>();

  Rival(String name, SeriesDetector detector) {
    this.name = name;
    this.detector = detector;
  }

  @SuppressWarnings("ArrayRecordComponent") // Numbers of one run, never compared.
  private record Measured(SimulatedRun run, List<Judgement> quiet, double[] struck) {}

  String name() {
    return name;
  }

  void calibrate(SimulatedRun run) {
    List<Judgement> quiet = detector.judge(run.quiet(), run.from(), run.to());
    calibration.add(
        quiet.stream()
            .filter(judgement -> run.earlier()[judgement.position()] == 0)
            .mapToDouble(Judgement::score)
            .toArray());
  }

  void measure(SimulatedRun run) {
    measured.add(
        new Measured(
            run,
            detector.judge(run.quiet(), run.from(), run.to()),
            scores(run.struck(), run.from(), run.to())));
  }

  private double[] scores(CountSeries series, int from, int to) {
    double[] scores = new double[to - from];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (Judgement judgement : detector.judge(series, from, to)) {
      scores[judgement.position() - from] = judgement.score();
    }
    return scores;
  }

  /** The smallest score that at most this share of quiet periods reaches in the calibration. */
  double threshold(double rate) {
    double[] scores = calibration.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    int reached = (int) Math.floor(rate * scores.length);
    if (reached == 0) {
      return Math.nextUp(scores[scores.length - 1]);
    }
    double candidate = scores[scores.length - reached];
    if (scores[scores.length - reached - 1] == candidate) {
      return Math.nextUp(candidate);
    }
    return candidate;
  }

  /** Share of quiet periods that reach a threshold in the measured runs. */
  double falseAlarms(double threshold) {
    return measured.stream()
        .flatMap(
            one -> one.quiet.stream().filter(quiet -> one.run.earlier()[quiet.position()] == 0))
        .mapToDouble(quiet -> quiet.score() >= threshold ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Share of quiet periods whose probability is at most this, by scenario. */
  Map<Integer, Double> nominal(double alpha) {
    Map<Integer, double[]> sums = new TreeMap<>();
    for (Measured one : measured) {
      double[] sum = sums.computeIfAbsent(one.run.scenario(), key -> new double[2]);
      for (Judgement quiet : one.quiet) {
        if (one.run.earlier()[quiet.position()] == 0) {
          sum[0] += quiet.log10P() <= Math.log10(alpha) ? 1 : 0;
          sum[1]++;
        }
      }
    }
    Map<Integer, Double> shares = new TreeMap<>();
    sums.forEach((scenario, sum) -> shares.put(scenario, sum[0] / sum[1]));
    return shares;
  }

  /** Share of outbreaks with an alarm in a period that has cases of it. */
  double detected(double threshold) {
    return measured.stream()
        .mapToDouble(one -> firstAlarm(one, threshold) >= 0 ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Share of outbreaks with an alarm in their first period. */
  double detectedAtOnce(double threshold) {
    return measured.stream()
        .mapToDouble(one -> one.struck[one.run.start() - one.run.from()] >= threshold ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Mean periods from the start to the first alarm, of those detected. */
  double delay(double threshold) {
    return measured.stream()
        .mapToInt(one -> firstAlarm(one, threshold))
        .filter(delay -> delay >= 0)
        .average()
        .orElse(Double.NaN);
  }

  private static int firstAlarm(Measured one, double threshold) {
    for (int i = one.run.start(); i < one.run.to(); i++) {
      if (one.run.cases()[i] > 0 && one.struck[i - one.run.from()] >= threshold) {
        return i - one.run.start();
      }
    }
    return -1;
  }
}
