package city.chengmai.analytics.model.series;

import city.chengmai.datasets.rule.AlertRule;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Decides which tests become alerts: unlikely enough alone, unlikely enough among all tests of its
 * day, and large enough to matter both as a multiple and in cases.
 *
 * @param alpha largest probability of a single test
 * @param falseDiscoveryRate share of false reports allowed over a day
 * @param relativeFloor smallest multiple of the expected count
 * @param absoluteFloor smallest number of cases above the expected count
 */
public record VolumeRule(
    double alpha, double falseDiscoveryRate, double relativeFloor, double absoluteFloor)
    implements Serializable {

  /** The rule with the parameters of A02. */
  public static VolumeRule of(AlertRule rule) {
    return new VolumeRule(
        rule.parameter("alpha"),
        rule.parameter("false-discovery-rate"),
        rule.parameter("relative-floor"),
        rule.parameter("absolute-floor"));
  }

  /** Tests above this logarithm can never become alerts and need not be kept. */
  public double keepBelowLog10() {
    return Math.log10(Math.max(alpha, falseDiscoveryRate));
  }

  /**
   * The alerts among these tests, strongest first.
   *
   * @param kept tests below {@link #keepBelowLog10}
   * @param testsByDay number of all tests of a day
   */
  public List<VolumeTest> alerts(List<VolumeTest> kept, Map<LocalDate, Long> testsByDay) {
    List<VolumeTest> alerts = new ArrayList<>();
    kept.stream()
        .collect(Collectors.groupingBy(VolumeTest::day))
        .forEach((day, tests) -> alerts.addAll(ofDay(tests, testsByDay.get(day))));
    alerts.sort(
        Comparator.comparingDouble(VolumeTest::log10P)
            .thenComparing(VolumeTest::day)
            .thenComparing(VolumeTest::area)
            .thenComparing(VolumeTest::category));
    return alerts;
  }

  private List<VolumeTest> ofDay(List<VolumeTest> tests, long all) {
    double[] log10 = tests.stream().mapToDouble(VolumeTest::log10P).toArray();
    double threshold =
        Math.min(Math.log10(alpha), FalseDiscovery.threshold(log10, all, falseDiscoveryRate));
    return tests.stream().filter(test -> test.log10P() <= threshold && large(test)).toList();
  }

  private boolean large(VolumeTest test) {
    return test.observed() >= relativeFloor * test.expected()
        && test.observed() - test.expected() >= absoluteFloor;
  }
}
