package city.chengmai.datasets.campaign;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFiles;
import city.chengmai.datasets.source.StructuredFile;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a city set out to do.
 *
 * @param benchmarks to catch up with
 * @param interventions to be judged
 * @param specialPeriods with thresholds of their own; they may not overlap
 */
public record CityPlans(
    List<Benchmark> benchmarks,
    List<Intervention> interventions,
    List<SpecialPeriod> specialPeriods) {

  /** A city without plans. */
  public static final CityPlans NONE = new CityPlans(List.of(), List.of(), List.of());

  private static final String FILE = "campaigns.yaml";

  /** Copies the lists; refuses an id that stands twice in one of them, and periods that overlap. */
  public CityPlans {
    benchmarks = unique(benchmarks, Benchmark::id);
    interventions = unique(interventions, Intervention::id);
    specialPeriods = unique(specialPeriods, SpecialPeriod::id);
    for (int i = 0; i < specialPeriods.size(); i++) {
      for (SpecialPeriod later : specialPeriods.subList(i + 1, specialPeriods.size())) {
        requireApart(specialPeriods.get(i), later);
      }
    }
  }

  private static void requireApart(SpecialPeriod one, SpecialPeriod other) {
    if (one.from().isBefore(other.until()) && other.from().isBefore(one.until())) {
      throw new IllegalArgumentException(
          "special periods " + one.id() + " and " + other.id() + " overlap");
    }
  }

  /**
   * The plans of the city with this name or in this directory; none when it has no such file.
   *
   * @param firstDay first day of the city, which relative days count from
   * @throws CityConfigurationException when its file does not fit
   */
  public static CityPlans of(String nameOrDirectory, LocalDate firstDay) {
    return of(CityFiles.of(nameOrDirectory), firstDay);
  }

  /** The plans of the city with these files. */
  public static CityPlans of(CityFiles files, LocalDate firstDay) {
    try {
      return StructuredFile.find(files, FILE, PlanFile.class)
          .map(file -> file.plans(firstDay))
          .orElse(NONE);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new CityConfigurationException(
          "reading " + FILE + " of city " + files.name() + ": " + e.getMessage(), e);
    }
  }

  /** The special period that holds on a day. */
  public Optional<SpecialPeriod> specialOn(LocalDate day) {
    return specialPeriods.stream().filter(period -> period.holdsOn(day)).findFirst();
  }

  private static <T> List<T> unique(List<T> plans, Function<T, String> id) {
    Set<String> ids = new HashSet<>();
    for (T plan : plans) {
      if (!ids.add(id.apply(plan))) {
        throw new IllegalArgumentException("id " + id.apply(plan) + " stands twice");
      }
    }
    return List.copyOf(plans);
  }
}
