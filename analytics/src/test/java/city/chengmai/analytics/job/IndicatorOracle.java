package city.chengmai.analytics.job;

import city.chengmai.analytics.job.SmallCity.Case;
import city.chengmai.analytics.job.SmallCity.Order;
import city.chengmai.analytics.job.SmallCity.Point;
import city.chengmai.datasets.indicator.Rate;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The definitions of the catalogue once more, as plain loops over the rows of one window. */
final class IndicatorOracle {

  private static final Set<String> PROACTIVE = Set.of("patrol", "sensor", "model", "visit");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final double METRES = 50;
  private static final double EARTH_METRES = 6_371_000;

  private final List<Case> cases;
  private final List<Order> orders;
  private final FamilyOracle families;
  private final Instant until = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();

  IndicatorOracle(List<Case> cases, List<Order> orders, SmallFamilies families) {
    this.cases = cases;
    this.orders = orders;
    this.families = new FamilyOracle(families, until);
  }

  /** Numerator and denominator over the window of {@code span} days that ends with {@code day}. */
  Rate rate(String indicator, String area, LocalDate day, int span) {
    return rate(indicator, area, day.minusDays(span - 1L), day.plusDays(1), span);
  }

  /** The same over the days {@code [first, end)}, of which the city reports some number. */
  Rate rate(String indicator, String area, LocalDate first, LocalDate end, int days) {
    Instant from = first.atStartOfDay(SmallCity.ZONE).toInstant();
    Instant to = end.atStartOfDay(SmallCity.ZONE).toInstant();
    to = to.isBefore(until) ? to : until;
    return switch (indicator.charAt(0)) {
      case 'M' -> management(indicator, area, from, to);
      case 'S' -> service(indicator, area, from, to);
      default -> operation(indicator, area, from, to, days);
    };
  }

  private Rate management(String indicator, String area, Instant from, Instant to) {
    Predicate<Case> should = c -> live(c) && (in(finished(c), from, to) || in(due(c), from, to));
    Predicate<Case> limited = should.and(c -> c.due() != null);
    Predicate<Case> filed = c -> in(c.filed(), from, to) && !before(c.cancelled(), until);
    return switch (indicator) {
      case "M01" -> cases(area, c -> in(c.accepted(), from, to), c -> before(c.filed(), until));
      case "M02" -> cases(area, limited, c -> by(finished(c), c.due()) && before(finished(c), to));
      case "M03" -> cases(area, should, c -> before(c.closed(), to));
      case "M04" -> cases(area, limited, c -> by(c.closed(), c.due()) && before(c.closed(), to));
      case "M05" -> cases(area, should, c -> c.reworks() > 0);
      case "M06" -> cases(area, filed, c -> c.detours() > 0);
      case "M07" -> cases(area, filed, c -> PROACTIVE.contains(c.channel()));
      case "M08" ->
          cases(area, c -> !c.grid().isEmpty() && foreseen(c, from, to) && base(area), c -> true)
              .plus(orders(area, o -> in(o.received(), from, to), o -> 0));
      case "M11" ->
          cases(
              area,
              c ->
                  c.level().equals("difficult")
                      && in(c.accepted(), from, to)
                      && !before(c.cancelled(), until),
              c -> before(c.closed(), to));
      default -> families.rate(indicator, area, from, to);
    };
  }

  private Rate service(String indicator, String area, Instant from, Instant to) {
    return switch (indicator) {
      case "S01" ->
          orders(
              area,
              o ->
                  in(o.received(), from, to)
                      && o.contact()
                      && (before(o.contacted(), until) || contactDue(o).isBefore(until)),
              o -> by(o.contacted(), contactDue(o)) ? 1 : 0);
      case "S02" -> orders(area, o -> in(o.due(), from, to), o -> by(o.replied(), o.due()) ? 1 : 0);
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
      case "S05" -> orders(area, o -> in(o.received(), from, to), o -> repeated(o) ? 1 : 0);
      default -> families.rate(indicator, area, from, to);
    };
  }

  private Rate operation(String indicator, String area, Instant from, Instant to, int days) {
    return switch (indicator) {
      case "O01" -> {
        Predicate<Case> filed = c -> in(c.filed(), from, to) && !before(c.cancelled(), until);
        double exposure =
            switch (area) {
              case "g1", "g2", "g3", "site" -> 0.5;
              case "g4" -> 2.5;
              case "sd1" -> 1;
              default -> 0;
            };
        yield new Rate(cases(area, filed, c -> true).numerator(), exposure * days / 30);
      }
      case "O02" ->
          base(area)
              ? new Rate(
                  orders(area, o -> in(o.received(), from, to), o -> 1).numerator(),
                  days * 2.5 * SmallCity.GRIDS.stream().filter(g -> above(g, area)).count())
              : new Rate(families.rate("O02", area, from, to).numerator(), days);
      case "O04" ->
          cases(
              area,
              c -> live(c) && before(c.filed(), to) && !before(c.closed(), to),
              c -> before(due(c), to));
      case "O05" ->
          cases(
              area,
              c ->
                  c.closed() != null
                      && !before(c.cancelled(), until)
                      && c.point() != null
                      && in(c.closed().plus(MONTH), from, to),
              this::recurred);
      default -> families.rate(indicator, area, from, to);
    };
  }

  /** Share of the hits of the window that were checked by its end. */
  Rate beside(String area, LocalDate day, int span) {
    return families.checked(
        area,
        day.minusDays(span - 1L).atStartOfDay(SmallCity.ZONE).toInstant(),
        day.plusDays(1).atStartOfDay(SmallCity.ZONE).toInstant());
  }

  /** Hours from filing to closing of the cases closed in the window, sorted. */
  List<Double> hours(String area, LocalDate first, LocalDate end) {
    return hours(area, first, end, Duration::between);
  }

  /** The same by another clock. */
  List<Double> hours(
      String area, LocalDate first, LocalDate end, BiFunction<Instant, Instant, Duration> clock) {
    Instant from = first.atStartOfDay(SmallCity.ZONE).toInstant();
    Instant to = end.atStartOfDay(SmallCity.ZONE).toInstant();
    List<Double> hours = new ArrayList<>();
    for (Case c : cases) {
      if (within(c, area)
          && c.filed() != null
          && c.cancelled() == null
          && in(c.closed(), from, to)
          && before(c.closed(), until)) {
        hours.add(clock.apply(c.filed(), c.closed()).toMillis() / 3_600_000.0);
      }
    }
    Collections.sort(hours);
    return hours;
  }

  /** Call-backs of a window with one answer. */
  double answers(String area, Instant from, Instant to, String answer) {
    return orders(area, o -> in(o.called(), from, to) && o.satisfaction().equals(answer), o -> 1)
        .numerator();
  }

  private boolean foreseen(Case c, Instant from, Instant to) {
    return PROACTIVE.contains(c.channel())
        && in(c.closed(), from, to)
        && c.cancelled() == null
        && c.point() != null
        && c.order().isEmpty()
        && orders.stream()
            .filter(o -> o.received().isBefore(c.closed()))
            .noneMatch(
                o ->
                    o.caseId().equals(c.id())
                        || (!o.received().isBefore(c.reported().minus(MONTH))
                            && o.category().equals(c.category())
                            && near(o.point(), c.point())));
  }

  private boolean repeated(Order order) {
    return orders.stream()
        .filter(o -> in(o.received(), order.received().minus(MONTH), order.received()))
        .anyMatch(
            o ->
                (!o.caller().isEmpty() && o.caller().equals(order.caller()))
                    || (o.category().equals(order.category()) && near(o.point(), order.point())));
  }

  private boolean recurred(Case closed) {
    return cases.stream()
        .filter(c -> !c.id().equals(closed.id()) && c.cancelled() == null)
        .anyMatch(
            c ->
                c.reported().isAfter(closed.closed())
                    && !c.reported().isAfter(closed.closed().plus(MONTH))
                    && c.category().equals(closed.category())
                    && near(c.point(), closed.point()));
  }

  private static boolean near(Point one, Point other) {
    if (one == null || other == null) {
      return false;
    }
    double north = Math.toRadians(other.latitude() - one.latitude());
    double east = Math.toRadians(other.longitude() - one.longitude());
    double half =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(one.latitude()))
                * Math.cos(Math.toRadians(other.latitude()))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_METRES * Math.asin(Math.sqrt(half)) <= METRES;
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
    return base(area) ? above(c.grid(), area) : c.overlay().equals(area);
  }

  static boolean base(String area) {
    return !area.equals("site");
  }

  static boolean above(String grid, String area) {
    return !grid.isEmpty()
        && (area.equals("city") || area.equals(grid) || area.equals(SmallCity.PARENTS.get(grid)));
  }

  private boolean live(Case c) {
    return before(c.filed(), until) && !before(c.cancelled(), until) && !c.suspended();
  }

  private static Instant finished(Case c) {
    return c.disposed() != null ? c.disposed() : c.closed();
  }

  private Instant due(Case c) {
    return c.due() != null && c.due().isBefore(until) ? c.due() : null;
  }

  static boolean in(Instant moment, Instant from, Instant to) {
    return moment != null && !moment.isBefore(from) && moment.isBefore(to);
  }

  static boolean before(Instant moment, Instant other) {
    return moment != null && moment.isBefore(other);
  }

  static boolean by(Instant moment, Instant limit) {
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
