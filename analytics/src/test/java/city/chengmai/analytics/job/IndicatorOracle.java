package city.chengmai.analytics.job;

import city.chengmai.analytics.job.SmallCity.Case;
import city.chengmai.analytics.job.SmallCity.Order;
import city.chengmai.datasets.indicator.Rate;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The definitions of the catalogue once more, as plain loops over the cases of one window. */
final class IndicatorOracle {

  private final List<Case> cases;
  private final List<Order> orders;
  private final Instant until = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();

  IndicatorOracle(List<Case> cases, List<Order> orders) {
    this.cases = cases;
    this.orders = orders;
  }

  /** Numerator and denominator over the window of {@code span} days that ends with {@code day}. */
  Rate rate(String indicator, String area, LocalDate day, int span) {
    Instant from = day.minusDays(span - 1L).atStartOfDay(SmallCity.ZONE).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(SmallCity.ZONE).toInstant();
    Predicate<Case> should = c -> live(c) && (in(finished(c), from, to) || in(due(c), from, to));
    Predicate<Case> limited = should.and(c -> c.due() != null);
    return switch (indicator) {
      case "M01" -> cases(area, c -> in(c.accepted(), from, to), c -> c.filed() != null);
      case "M02" -> cases(area, limited, c -> by(finished(c), c.due()) && finished(c).isBefore(to));
      case "M03" -> cases(area, should, c -> c.closed() != null && c.closed().isBefore(to));
      case "M04" -> cases(area, limited, c -> by(c.closed(), c.due()) && c.closed().isBefore(to));
      case "M05" -> cases(area, should, c -> c.reworks() > 0);
      case "O04" ->
          cases(
              area,
              c -> live(c) && c.filed().isBefore(to) && !before(c.closed(), to),
              c -> before(due(c), to));
      case "S01" ->
          orders(
              area,
              o ->
                  in(o.received(), from, to)
                      && o.contact()
                      && (o.contacted() != null || contactDue(o).isBefore(until)),
              o -> by(o.contacted(), contactDue(o)) ? 1 : 0);
      case "S02" ->
          orders(
              area,
              o -> in(o.due(), from, to) && o.due().isBefore(until),
              o -> by(o.replied(), o.due()) ? 1 : 0);
      case "S03" ->
          orders(area, o -> in(o.replied(), from, to), o -> o.outcome().equals("solved") ? 1 : 0);
      case "S04" ->
          orders(
              area,
              o -> in(o.called(), from, to) && !o.satisfaction().isEmpty(),
              o ->
                  switch (o.satisfaction()) {
                    case "satisfied" -> 1;
                    case "fairly" -> 0.8;
                    default -> 0;
                  });
      default -> throw new IllegalArgumentException(indicator);
    };
  }

  /** Hours from filing to closing of the cases closed in the window, sorted. */
  List<Double> hours(String area, LocalDate day, int span) {
    Instant from = day.minusDays(span - 1L).atStartOfDay(SmallCity.ZONE).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(SmallCity.ZONE).toInstant();
    List<Double> hours = new ArrayList<>();
    for (Case c : cases) {
      if (within(c, area)
          && c.filed() != null
          && c.cancelled() == null
          && in(c.closed(), from, to)) {
        hours.add((c.closed().toEpochMilli() - c.filed().toEpochMilli()) / 3_600_000.0);
      }
    }
    Collections.sort(hours);
    return hours;
  }

  private Rate cases(String area, Predicate<Case> counted, Predicate<Case> reached) {
    List<Case> base = cases.stream().filter(c -> within(c, area)).filter(counted).toList();
    return new Rate(base.stream().filter(reached).count(), base.size());
  }

  private Rate orders(String area, Predicate<Order> counted, ToDoubleFunction<Order> reached) {
    List<Order> base = orders.stream().filter(o -> above(o.grid(), area)).filter(counted).toList();
    return new Rate(base.stream().mapToDouble(reached).sum(), base.size());
  }

  private static boolean within(Case c, String area) {
    return area.equals("site") ? c.overlay().equals("site") : above(c.grid(), area);
  }

  private static boolean above(String grid, String area) {
    return !grid.isEmpty()
        && (area.equals("city") || area.equals(grid) || area.equals(SmallCity.PARENTS.get(grid)));
  }

  private static boolean live(Case c) {
    return c.filed() != null && c.cancelled() == null && !c.suspended();
  }

  private static Instant finished(Case c) {
    return c.disposed() != null ? c.disposed() : c.closed();
  }

  private Instant due(Case c) {
    return c.due() != null && c.due().isBefore(until) ? c.due() : null;
  }

  private static boolean in(Instant moment, Instant from, Instant to) {
    return moment != null && !moment.isBefore(from) && moment.isBefore(to);
  }

  private static boolean before(Instant moment, Instant other) {
    return moment != null && moment.isBefore(other);
  }

  private static boolean by(Instant moment, Instant limit) {
    return moment != null && limit != null && !moment.isAfter(limit);
  }

  private static Instant contactDue(Order order) {
    ZonedDateTime due = order.received().atZone(SmallCity.ZONE).plusDays(1);
    while (due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY) {
      due = due.plusDays(1);
    }
    return due.toInstant();
  }
}
