package city.chengmai.dashboard.page.special;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.CityQueries.SpecialPeriodRow;
import city.chengmai.dashboard.query.CityQueries.TimeFiguresRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a special period as far as it has gone, and those of the time that it is compared
 * with.
 *
 * @param from when it began or begins
 * @param until its end, or now while it runs
 * @param now figures from {@code from} to {@code until}; empty before it begins
 * @param before figures of the other time; likewise
 * @param zone of the city, whose days count
 */
public record SpecialComparison(
    SpecialPeriodRow period,
    Instant from,
    Instant until,
    Optional<TimeFiguresRow> now,
    Optional<TimeFiguresRow> before,
    ZoneId zone) {

  /**
   * Reads them.
   *
   * @param area of this area alone; empty: where the period holds
   */
  public static SpecialComparison read(
      CityQueries queries,
      SpecialPeriodRow period,
      String area,
      CityModel city,
      CityMoment moment) {
    Instant from = start(period.firstDay(), moment.zone());
    Instant planned = start(period.endDay(), moment.zone());
    Instant until = moment.now().isBefore(planned) ? moment.now() : planned;
    if (!from.isBefore(until)) {
      return new SpecialComparison(
          period, from, until, Optional.empty(), Optional.empty(), moment.zone());
    }
    List<String> grids = new Reach(period, area, city).grids();
    return new SpecialComparison(
        period,
        from,
        until,
        Optional.of(queries.figures(grids, from, until)),
        Optional.of(
            queries.figures(
                grids,
                start(period.comparisonFrom(), moment.zone()),
                start(period.comparisonTo(), moment.zone()))),
        moment.zone());
  }

  /** Whether it has begun. */
  public boolean begun() {
    return now.isPresent();
  }

  /** The figures in words; none before it begins. */
  public List<SpecialLines.Line> lines(Figures figures) {
    return begun() ? new SpecialLines(figures).of(this) : List.of();
  }

  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Where a period holds. */
  private record Reach(SpecialPeriodRow period, String area, CityModel city) {

    /** The chosen area, or those that the period holds in; nothing for the whole city. */
    List<String> grids() {
      List<String> areas = area.isEmpty() ? period.areas() : List.of(area);
      boolean everywhere =
          areas.isEmpty() || city.root().map(root -> areas.contains(root.areaId())).orElse(true);
      return everywhere
          ? List.of()
          : city.areas().stream()
              .filter(one -> one.level().equals("grid") && below(one, areas))
              .map(AreaRow::areaId)
              .toList();
    }

    private boolean below(AreaRow grid, List<String> areas) {
      Optional<AreaRow> at = Optional.of(grid);
      while (at.isPresent()) {
        if (areas.contains(at.get().areaId())) {
          return true;
        }
        at = at.get().overlay() == 1 ? Optional.empty() : city.area(at.get().parentId());
      }
      return false;
    }
  }
}
