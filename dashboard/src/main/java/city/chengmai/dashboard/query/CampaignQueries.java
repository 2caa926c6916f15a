package city.chengmai.dashboard.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Benchmarks and interventions (比学赶超), as analytics computed them last. */
public final class CampaignQueries {

  /**
   * Distance to a benchmark in one area.
   *
   * @param gap above 0 while the target is not reached
   * @param window what the windows are: week or 30-days
   * @param slope gained on the target in 30 days
   */
  public record GapRow(
      String benchmarkId,
      String areaId,
      LocalDate day,
      String domainZh,
      String domainEn,
      String rivalZh,
      String rivalEn,
      String indicator,
      String peerArea,
      Double value,
      Double target,
      Double gap,
      int windows,
      String window,
      Double slope,
      Double slopeError,
      String state,
      LocalDate closesOn,
      LocalDate closesFrom,
      LocalDate closesTo,
      LocalDate fromDay,
      LocalDate targetDay,
      List<LocalDate> windowDays,
      List<Double> windowValues) {}

  /** Before and after an intervention. */
  public record EffectRow(
      String interventionId,
      String nameZh,
      String nameEn,
      String source,
      List<String> categories,
      List<String> areas,
      LocalDate startDay,
      LocalDate baselineFrom,
      LocalDate afterFrom,
      LocalDate afterTo,
      double baselineTotal,
      double afterTotal,
      double expectedTotal,
      double dispersion,
      Double ratio,
      Double ratioLower,
      Double ratioUpper,
      String state,
      List<LocalDate> days,
      List<Double> counts,
      List<Double> expected) {}

  private final Store store;

  /** Questions to this store. */
  public CampaignQueries(Store store) {
    this.store = store;
  }

  /** Distances to benchmarks, of the latest run up to a day. */
  public List<GapRow> gaps(LocalDate day) {
    return store.rows("campaign-gaps", GapRow.class, Map.of("day", day));
  }

  /** What interventions changed. */
  public List<EffectRow> effects() {
    return store.rows("campaign-effects", EffectRow.class, Map.of());
  }
}
