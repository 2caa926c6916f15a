package city.chengmai.analytics.bench;

import city.chengmai.analytics.job.ModelTown;
import city.chengmai.analytics.job.SuggestionTown;
import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.analytics.spark.SparkSessions;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.source.demo.DemoOptions;
import city.chengmai.datasets.source.demo.DemoTruth;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * How many hits of each computing model and how many suggested measures are true, and how much of
 * what is true they find, in demo cities of 120 days. {@code -Dseed=N -Druns=M}: the cities with
 * the seeds N, N + 1, …; the first day of each lies a month after that of the one before. {@code
 * -Dtell=true} names what was missed and what was wrong.
 */
class ModelsBench {

  private static final int DAYS = 120;
  private static final long SEED = Long.getLong("seed", 2_001);
  private static final int RUNS = Integer.getInteger("runs", 3);
  private static final boolean TELL = Boolean.getBoolean("tell");
  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

  private final Map<String, List<Boolean>> hits = new TreeMap<>();
  private final Map<String, List<Boolean>> reals = new TreeMap<>();

  @Test
  void models() {
    SparkSession spark = SparkSessions.open("local[2]", 2);
    try (RuleFixture fixture = new RuleFixture()) {
      for (int run = 0; run < RUNS; run++) {
        fixture.clear();
        judge(fixture, spark, SEED + run, FIRST.plusMonths(run));
      }
    } finally {
      spark.stop();
    }
    print("seed", (double) SEED, "1");
    print("runs", RUNS, "1");
    EmpowermentModels.bundled().models().forEach(model -> print(model.id()));
    SuggestionTruth.KINDS.forEach(kind -> print("suggestion-" + kind));
    print("suggestions", together(hits), together(reals));
  }

  private void judge(RuleFixture fixture, SparkSession spark, long seed, LocalDate first) {
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
          .forEach(hit -> add(hits, model.id(), truth.isTrue(hit), "false " + seed + " " + hit));
      truth
          .reals(model.id())
          .forEach(one -> add(reals, model.id(), truth.isFound(one), "missed " + seed + " " + one));
    }
    SuggestionTruth suggestions =
        SuggestionTruth.of(fixture.client(), truth, DemoTruth.of(options, DAYS));
    SuggestionTown suggesting =
        new SuggestionTown(fixture, town, spark, DemoOptions.ZONE, DAYS, now);
    for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
      for (ObjectNode row : suggesting.suggest(day)) {
        suggestions.take(SuggestionTruth.Measure.of(row, day));
      }
    }
    SuggestionTruth.KINDS.forEach(kind -> judge(kind, suggestions, seed));
  }

  private void judge(String kind, SuggestionTruth truth, long seed) {
    String name = "suggestion-" + kind;
    String city = " " + seed + " " + name + " ";
    truth.suggested(kind).forEach((id, right) -> add(hits, name, right, "false" + city + id));
    truth.planted(kind).forEach((id, found) -> add(reals, name, found, "missed" + city + id));
  }

  private static void add(
      Map<String, List<Boolean>> judged, String name, boolean right, String what) {
    judged.computeIfAbsent(name, any -> new ArrayList<>()).add(right);
    tell(!right, what);
  }

  private static List<Boolean> together(Map<String, List<Boolean>> judged) {
    return SuggestionTruth.KINDS.stream()
        .flatMap(kind -> judged.getOrDefault("suggestion-" + kind, List.of()).stream())
        .toList();
  }

  private void print(String name) {
    print(name, hits.getOrDefault(name, List.of()), reals.getOrDefault(name, List.of()));
  }

  private static void print(String name, List<Boolean> of, List<Boolean> in) {
    print("hits_" + name, of.size(), "1");
    print("planted_" + name, in.size(), "1");
    print("precision_" + name, share(of), "ratio");
    print("recall_" + name, share(in), "ratio");
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
