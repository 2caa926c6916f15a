package city.chengmai.analytics.job;

import static city.chengmai.analytics.job.IndicatorOracle.above;
import static city.chengmai.analytics.job.IndicatorOracle.base;
import static city.chengmai.analytics.job.IndicatorOracle.before;
import static city.chengmai.analytics.job.IndicatorOracle.by;
import static city.chengmai.analytics.job.IndicatorOracle.in;

import city.chengmai.analytics.job.SmallFamilies.Beat;
import city.chengmai.datasets.indicator.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The definitions of the families beside cases and orders, as plain loops. */
final class FamilyOracle {

  private static final Duration LOOK = Duration.ofHours(2);
  private static final Duration TALK = Duration.ofHours(4);
  private static final Duration ANSWER = Duration.ofMinutes(5);
  private static final Duration WEEK = Duration.ofDays(7);

  private final SmallFamilies city;
  private final EntityOracle entities;
  private final Instant until;

  FamilyOracle(SmallFamilies city, Instant until) {
    this.city = city;
    this.entities = new EntityOracle(city, until);
    this.until = until;
  }

  Rate rate(String indicator, String area, Instant from, Instant to) {
    return switch (indicator) {
      case "M09" ->
          count(
              city.rounds(),
              r -> above(r.grid(), area) && in(r.planned(), from, to) && judged(r),
              r -> r.valid() && before(r.completed(), until));
      case "M10" ->
          count(
              city.actions(),
              a -> a.kind().equals("notice") && at(a, area) && in(a.due(), from, to),
              a -> a.rectification().equals("complete") && by(a.rectified(), a.due()));
      case "S11" ->
          count(
              city.actions(),
              a -> a.kind().equals("inspection") && at(a, area) && in(a.acted(), from, to),
              a -> a.departments().size() > 1 || a.items().size() > 1);
      case "S06" ->
          count(
              city.complaints(),
              c ->
                  at(c, area)
                      && in(c.received(), from, to)
                      && (before(c.verified(), until) || over(c.received().plus(LOOK))),
              c -> by(c.verified(), c.received().plus(LOOK)));
      case "S07" ->
          count(
              city.complaints(),
              c ->
                  at(c, area)
                      && in(c.received(), from, to)
                      && Boolean.TRUE.equals(c.needed())
                      && !Boolean.FALSE.equals(c.confirmed())
                      && (before(c.negotiated(), until) || over(c.received().plus(TALK))),
              c -> by(c.negotiated(), c.received().plus(TALK)));
      case "O02" ->
          count(
              city.complaints(),
              c -> c.overlay().equals(area) && in(c.received(), from, to),
              c -> true);
      case "S09" ->
          count(
              city.appeals(),
              a -> above(a.grid(), area) && in(a.raised(), from, to),
              a -> a.outcome().equals("solved") && before(a.closed(), to));
      case "S12" ->
          count(
              city.alarms(),
              a ->
                  above(a.grid(), area)
                      && in(a.raised(), from, to)
                      && (before(a.acknowledged(), until) || over(a.raised().plus(ANSWER))),
              a -> by(a.acknowledged(), a.raised().plus(ANSWER)));
      case "O09" ->
          count(
              city.discrepancies(),
              d -> above(d.grid(), area) && in(d.found().plus(WEEK), from, to),
              d -> by(d.resolved(), d.found().plus(WEEK)));
      case "O10" ->
          count(
              city.hits(),
              h -> above(h.grid(), area) && in(h.verified(), from, to),
              h -> h.verdict().equals("confirmed"));
      case "O11" -> minutes(from, to);
      default -> entities.rate(indicator, area, from, to);
    };
  }

  Rate checked(String area, Instant from, Instant to) {
    return count(
        city.hits(),
        h -> above(h.grid(), area) && in(h.at(), from, to),
        h -> before(h.verified(), to));
  }

  /** A minute is good while the latest heartbeat is young enough and has nothing to complain of. */
  private Rate minutes(Instant from, Instant to) {
    Rate all = Rate.NOTHING;
    for (Map.Entry<String, Integer> feed : SmallFamilies.FEED_SECONDS.entrySet()) {
      List<Beat> beats =
          city.beats().stream()
              .filter(b -> b.feed().equals(feed.getKey()) && b.sent().isBefore(until))
              .sorted(Comparator.comparing(Beat::sent))
              .toList();
      for (int i = 0; i < beats.size(); i++) {
        Beat beat = beats.get(i);
        Instant next = i + 1 < beats.size() ? beats.get(i + 1).sent() : until;
        boolean good =
            beat.kind().equals("heartbeat")
                && (beat.lag() == null || beat.lag() <= feed.getValue());
        Instant ends = earlier(next, beat.sent().plusSeconds(good ? feed.getValue() : 0));
        all =
            all.plus(
                new Rate(
                    overlap(beat.sent(), ends, from, to), overlap(beat.sent(), next, from, to)));
      }
    }
    return all;
  }

  private static double overlap(Instant from, Instant to, Instant windowFrom, Instant windowTo) {
    Instant start = from.isAfter(windowFrom) ? from : windowFrom;
    return Math.max(0, Duration.between(start, earlier(to, windowTo)).toMillis()) / 60_000.0;
  }

  private boolean judged(SmallFamilies.Round round) {
    Instant dayEnds =
        round
            .planned()
            .atZone(SmallCity.ZONE)
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(SmallCity.ZONE)
            .toInstant();
    return before(round.completed(), until) || over(dayEnds);
  }

  private boolean over(Instant limit) {
    return !limit.isAfter(until);
  }

  private static boolean at(SmallFamilies.Action action, String area) {
    return base(area) ? above(action.grid(), area) : action.overlay().equals(area);
  }

  private static boolean at(SmallFamilies.Complaint complaint, String area) {
    return base(area) ? above(complaint.grid(), area) : complaint.overlay().equals(area);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static <T> Rate count(List<T> rows, Predicate<T> counted, Predicate<T> reached) {
    List<T> base = rows.stream().filter(counted).toList();
    return new Rate(base.stream().filter(reached).count(), base.size());
  }
}
