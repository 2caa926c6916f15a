package city.chengmai.datasets.campaign;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.catalogue.LocalName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file of plans as it is written, before its days are counted from the city's first. */
record PlanFile(
    List<BenchmarkEntry> benchmarks,
    List<InterventionEntry> interventions,
    List<PeriodEntry> specialPeriods) {

  private static final LocalName BEFORE = new LocalName("之前同样长的时间", "as long a time before");
  private static final int USUAL_DAYS = 28;

  CityPlans plans(LocalDate first) {
    return new CityPlans(
        list(benchmarks).stream().map(entry -> entry.resolve(first)).toList(),
        list(interventions).stream().map(entry -> entry.resolve(first)).toList(),
        list(specialPeriods).stream().map(entry -> entry.resolve(first)).toList());
  }

  record BenchmarkEntry(
      String id,
      LocalName domain,
      LocalName rival,
      String indicator,
      List<String> areas,
      Double target,
      String peer,
      String from,
      String until) {

    Benchmark resolve(LocalDate first) {
      String what = "benchmark " + id;
      return new Benchmark(
          id,
          domain,
          rival,
          indicator,
          list(areas),
          Optional.ofNullable(target),
          requireNonNullElse(peer, ""),
          PlanDay.of(from, first, "start of " + what),
          PlanDay.of(until, first, "end of " + what));
    }
  }

  record InterventionEntry(
      String id,
      LocalName name,
      String source,
      List<String> categories,
      List<String> areas,
      String start,
      Integer baselineDays,
      Integer settleDays,
      Integer afterDays) {

    Intervention resolve(LocalDate first) {
      return new Intervention(
          id,
          name,
          requireNonNullElse(source, "cases"),
          list(categories),
          list(areas),
          PlanDay.of(start, first, "intervention " + id),
          requireNonNullElse(baselineDays, USUAL_DAYS),
          requireNonNullElse(settleDays, 0),
          requireNonNullElse(afterDays, USUAL_DAYS));
    }
  }

  record ComparedWith(LocalName name, String from, String until) {}

  record PeriodEntry(
      String id,
      LocalName name,
      String from,
      String until,
      List<String> areas,
      ComparedWith comparedWith,
      Map<String, Map<String, Double>> rules) {

    SpecialPeriod resolve(LocalDate first) {
      LocalDate begin = PlanDay.of(from, first, "start of special period " + id);
      LocalDate end = PlanDay.of(until, first, "end of special period " + id);
      String what = "comparison of special period " + id;
      boolean told = comparedWith != null;
      LocalDate before = begin.minusDays(Math.max(1, ChronoUnit.DAYS.between(begin, end)));
      return new SpecialPeriod(
          id,
          name,
          begin,
          end,
          list(areas),
          told && comparedWith.name() != null ? comparedWith.name() : BEFORE,
          told ? PlanDay.of(comparedWith.from(), first, what) : before,
          told ? PlanDay.of(comparedWith.until(), first, what) : begin,
          requireNonNullElse(rules, Map.of()));
    }
  }

  private static <T> List<T> list(List<T> given) {
    return requireNonNullElse(given, List.of());
  }
}
