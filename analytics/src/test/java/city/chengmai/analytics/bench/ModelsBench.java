package city.chengmai.analytics.bench;

import city.chengmai.analytics.job.ModelTown;
import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.source.demo.DemoOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many hits of each computing model are true, and how much of what is true they find, in demo
 * cities of 120 days. {@code -Dseed=N -Druns=M}: the cities with the seeds N, N + 1, …; the first
 * day of each lies a month after that of the one before. {@code -Dtell=true} names what was missed
 * and what was wrong.
 */
class ModelsBench {

  private static final int DAYS = 120;
  private static final long SEED = Long.getLong("seed", 2_001);
  private static final int RUNS = Integer.getInteger("runs", 3);
  private static final boolean TELL = Boolean.getBoolean("tell");
  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

  @Test
  void models() {
    Map<String, List<Boolean>> hits = new TreeMap<>();
    Map<String, List<Boolean>> reals = new TreeMap<>();
    try (RuleFixture fixture = new RuleFixture()) {
      for (int run = 0; run < RUNS; run++) {
        fixture.clear();
        judge(fixture, SEED + run, FIRST.plusMonths(run), hits, reals);
      }
    }
    print("seed", (double) SEED, "1");
    print("runs", RUNS, "1");
    for (EmpowermentModel model : EmpowermentModels.bundled().models()) {
      List<Boolean> of = hits.getOrDefault(model.id(), List.of());
      List<Boolean> in = reals.getOrDefault(model.id(), List.of());
      print("hits_" + model.id(), of.size(), "1");
      print("planted_" + model.id(), in.size(), "1");
      print("precision_" + model.id(), share(of), "ratio");
      print("recall_" + model.id(), share(in), "ratio");
    }
  }

  private static void judge(
      RuleFixture fixture,
      long seed,
      LocalDate first,
      Map<String, List<Boolean>> hits,
      Map<String, List<Boolean>> reals) {
    DemoOptions options = new DemoOptions(seed, first, HolidayCalendars.named("china"));
    List<String> grids = DemoPool.write(fixture, options, DAYS);
    Instant now = first.plusDays(DAYS).atStartOfDay(DemoOptions.ZONE).toInstant();
    ModelTown town =
        new ModelTown(fixture, DemoOptions.ZONE, first, HolidayCalendars.named("china"), grids);
    town.run(first, now, DAYS);
    ModelTruth truth = ModelTruth.of(fixture.client(), options, DAYS);
    for (EmpowermentModel model : EmpowermentModels.bundled().models()) {
      truth
          .hits(model.id())
          .forEach(
              hit -> {
                boolean right = truth.isTrue(hit);
                hits.computeIfAbsent(model.id(), id -> new ArrayList<>()).add(right);
                tell(!right, "false " + seed + " " + hit);
              });
      truth
          .reals(model.id())
          .forEach(
              one -> {
                boolean found = truth.isFound(one);
                reals.computeIfAbsent(model.id(), id -> new ArrayList<>()).add(found);
                tell(!found, "missed " + seed + " " + one);
              });
    }
  }

  private static void tell(boolean wrong, String what) {
    if (TELL && wrong) {
      System.out.println(what);
    }
  }

  private static double share(List<Boolean> judged) {
    return judged.stream().mapToInt(right -> right ? 1 : 0).average().orElse(0);
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench models %s %.4f %s%n", figure, value, unit);
  }
}
