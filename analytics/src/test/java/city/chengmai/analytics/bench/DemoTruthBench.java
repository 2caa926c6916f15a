package city.chengmai.analytics.bench;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.source.demo.IncidentKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How much of what is hidden in demo cities is found, how soon, and how often something is told
 * that is not there. {@code -Dseed=N -Druns=N}: cities with the seeds N, N + 1, …; the first day of
 * each lies a month after that of the one before, so that seasons and holidays differ.
 */
class DemoTruthBench {

  private static final long SEED = Long.getLong("seed", 1_001);
  private static final int RUNS = Integer.getInteger("runs", 4);
  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
  private static final double THOUSAND = 1000;

  @Test
  void demoTruth() {
    List<DemoTruthStudy.Outcome> outcomes = new ArrayList<>();
    List<TruthCheck.Found> wrong = new ArrayList<>();
    double seriesDays = 0;
    try (EngineFixture engine = new EngineFixture()) {
      for (int run = 0; run < RUNS; run++) {
        DemoTruthStudy.Result result = DemoTruthStudy.of(engine, SEED + run, FIRST.plusMonths(run));
        outcomes.addAll(result.outcomes());
        wrong.addAll(result.wrong());
        seriesDays += result.seriesDays();
        tellMisses(SEED + run, result);
      }
    }
    print("seed", (double) SEED, "1");
    print("runs", (double) RUNS, "1");
    print("incidents", (double) outcomes.size(), "1");
    tell("", outcomes);
    for (IncidentKind kind : IncidentKind.values()) {
      tell(
          "_" + kind.wireName(),
          outcomes.stream().filter(one -> one.incident().kind() == kind).toList());
    }
    print("false_alerts", (double) wrong.size(), "1");
    wrong.stream()
        .collect(Collectors.groupingBy(TruthCheck.Found::rule, TreeMap::new, Collectors.counting()))
        .forEach((rule, count) -> print("false_alerts_" + rule, (double) count, "1"));
    print("false_per_1000_series_days", THOUSAND * wrong.size() / seriesDays, "1");
    print("false_per_city_and_day", wrong.size() / (double) (RUNS * DemoTruthStudy.DAYS), "1");
  }

  private static void tell(String name, List<DemoTruthStudy.Outcome> outcomes) {
    List<DemoTruthStudy.Outcome> found =
        outcomes.stream().filter(one -> one.found().isPresent()).toList();
    if (!outcomes.isEmpty()) {
      print("found_share" + name, found.size() / (double) outcomes.size(), "1");
    }
    found.stream()
        .mapToDouble(DemoTruthStudy.Outcome::delay)
        .average()
        .ifPresent(days -> print("delay" + name, days, "days"));
  }

  private static void tellMisses(long seed, DemoTruthStudy.Result result) {
    result.outcomes().stream()
        .filter(one -> one.found().isEmpty())
        .forEach(one -> System.out.println("missed " + seed + " " + one.incident()));
    result.wrong().forEach(found -> System.out.println("false " + seed + " " + found));
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench demo-truth %s %.4f %s%n", figure, value, unit);
  }
}
