package city.chengmai.analytics.model.series;

import city.chengmai.datasets.rule.AlertRule;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides which tests become alerts: unlikely enough alone, unlikely enough among all tests of its
 * period, and large enough to matter both as a multiple and in cases.
 *
 * @param alpha largest probability of a single test
 * @param falseDiscoveryRate share of false reports allowed over a period
 * @param relativeFloor smallest multiple of the expected count
 * @param absoluteFloor smallest number of cases above the expected count
 */
public record VolumeRule(
    double alpha, double falseDiscoveryRate, double relativeFloor, double absoluteFloor)
    implements Serializable {

  /** Strongest first. */
  public static final Comparator<VolumeTest> ORDER =
      Comparator.comparingDouble(VolumeTest::log10P)
          .thenComparing(VolumeTest::at)
          .thenComparing(VolumeTest::cadence)
          .thenComparing(VolumeTest::area)
          .thenComparing(VolumeTest::category);

  /** The rule with the parameters of A02; a number for hours or weeks is named NAME.hour. */
  public static VolumeRule of(AlertRule rule, Cadence cadence) {
    String name = cadence.name().toLowerCase(Locale.ROOT);
    return new VolumeRule(
        rule.parameter("alpha", name),
        rule.parameter("false-discovery-rate", name),
        rule.parameter("relative-floor", name),
        rule.parameter("absolute-floor", name));
  }

  /** Tests above this logarithm can never become alerts and need not be kept. */
  public double keepBelowLog10() {
    return Math.log10(Math.max(alpha, falseDiscoveryRate));
  }

  /**
   * The alerts among these tests of one cadence, strongest first.
   *
   * @param kept tests below {@link #keepBelowLog10}
   * @param testsByPeriod number of all tests of the period that begins then
   */
  public List<VolumeTest> alerts(List<VolumeTest> kept, Map<LocalDateTime, Long> testsByPeriod) {
    List<VolumeTest> alerts = new ArrayList<>();
    kept.stream()
        .collect(Collectors.groupingBy(VolumeTest::at))
        .forEach((at, tests) -> alerts.addAll(ofPeriod(tests, testsByPeriod.get(at))));
    alerts.sort(ORDER);
    return alerts;
  }

  private List<VolumeTest> ofPeriod(List<VolumeTest> tests, long all) {
    double[] log10 = tests.stream().mapToDouble(VolumeTest::log10P).toArray();
    double threshold =
        Math.min(Math.log10(alpha), FalseDiscovery.threshold(log10, all, falseDiscoveryRate));
    return tests.stream().filter(test -> test.log10P() <= threshold && isLarge(test)).toList();
  }

  private boolean isLarge(VolumeTest test) {
    return isLarge(test.observed(), test.expected());
  }

  /** Whether a count is above both floors. */
  boolean isLarge(long observed, double expected) {
    return observed >= relativeFloor * expected && observed - expected >= absoluteFloor;
  }
}
