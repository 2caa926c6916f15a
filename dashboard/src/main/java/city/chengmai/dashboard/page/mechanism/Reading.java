package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.query.MechanismQueries.ArrivalRow;
import city.chengmai.dashboard.query.MechanismQueries.At;
import city.chengmai.dashboard.query.MechanismQueries.DemandRow;
import city.chengmai.dashboard.query.MechanismQueries.PeerRow;
import city.chengmai.dashboard.query.MechanismQueries.RegisterRow;
import city.chengmai.dashboard.query.MechanismQueries.ServiceRow;
import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.MeasureKind.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The value of a measure at a time and place. A rate is the sum of its counts, never a mean of
 * rates.
 *
 * @param state whether there is a value, and why not
 * @param value as a number; a share between 0 and 1; null without one
 * @param part numerator of a share or mean, sample of a median, place in a ranking; null where
 *     there is none
 * @param whole denominator of a share or mean, all that are ranked; null where there is none
 */
record Reading(State state, Double value, Double part, Double whole) {

  private static final double THOUSAND = 1000;
  private static final double DAY_MILLIS = 86_400_000;

  /** Whether there is a value. */
  enum State {
    /** There is. */
    MEASURED,
    /** Its denominator or sample is below the smallest one. */
    TOO_SMALL,
    /** There is nothing to count. */
    NOTHING
  }

  private static final Reading NOTHING = new Reading(State.NOTHING, null, null, null);

  /**
   * Reads a measure.
   *
   * @param residents of the place; 0 when unknown
   * @param until end of the time
   */
  static Reading of(Measure measure, At at, long residents, Instant until) {
    return switch (measure.kind().source()) {
      case SERVICE -> ofServices(measure, at, until);
      case REGISTER -> ofRegister(measure, at, residents);
      case DEMAND -> ofDemands(measure, at);
      case ARRIVAL -> ofArrivals(measure, at);
      default -> plain(at.cases(measure.of()).map(row -> (double) row.cases()).orElse(0.0));
    };
  }

  private static Reading ofServices(Measure measure, At at, Instant until) {
    Optional<ServiceRow> row = at.service(measure.of());
    String field = measure.attribute();
    String over = measure.over();
    return switch (measure.kind()) {
      case SERVICES -> plain(count(row, ServiceRow::services));
      case PARTICIPANTS -> plain(count(row, ServiceRow::participants));
      case HOURS -> plain(amount(row, ServiceRow::hours));
      case TARGETS -> plain(count(row, ServiceRow::targets));
      case SUM -> plain(sum(row, field));
      case PER_SERVICE -> rate(measure, sum(row, field), sum(row, "#" + field));
      case RATIO -> rate(measure, sum(row, field + "/" + over), sum(row, over + "/" + field));
      case PASSED -> rate(measure, count(row, ServiceRow::good), count(row, ServiceRow::judged));
      case ON_TIME ->
          rate(measure, count(row, ServiceRow::inTime), count(row, ServiceRow::planned));
      case AFTER_HOURS ->
          rate(measure, count(row, ServiceRow::afterHours), count(row, ServiceRow::services));
      case REACH ->
          rate(measure, count(row, ServiceRow::reached), entries(at.register(measure.register())));
      case ITEMS_USED ->
          rate(measure, count(row, ServiceRow::items), entries(at.menu(measure.register())));
      case PER_ENTRY ->
          rate(measure, count(row, ServiceRow::services), entries(at.register(measure.register())));
      case SINCE_LAST -> row.map(one -> plain(days(one.lastHeldAt(), until))).orElse(NOTHING);
      default -> throw new IllegalArgumentException("no measure of services: " + measure.kind());
    };
  }

  private static Reading ofRegister(Measure measure, At at, long residents) {
    Optional<RegisterRow> row = at.register(measure.of());
    return switch (measure.kind()) {
      case ENTRIES -> plain(entries(row));
      case OPENED -> plain(count(row, RegisterRow::opened));
      case ENDED -> plain(count(row, RegisterRow::ended));
      case ENDED_SHARE ->
          rate(measure, count(row, RegisterRow::over), count(row, RegisterRow::begun));
      case CAPACITY -> plain(amount(row, RegisterRow::capacity));
      case ENTRY_SUM ->
          plain(row.map(one -> one.sums().getOrDefault(measure.attribute(), 0.0)).orElse(0.0));
      case PER_THOUSAND ->
          residents == 0
              ? NOTHING
              : new Reading(
                  State.MEASURED,
                  entries(row) * THOUSAND / residents,
                  entries(row),
                  (double) residents);
      case RANK -> rank(measure, row, at.peers(measure.register()), residents);
      case CAPACITY_USED ->
          count(row, RegisterRow::measured) < measure.smallest()
              ? tooSmall(count(row, RegisterRow::measured))
              : shareOf(
                  amount(row, RegisterRow::occupied), amount(row, RegisterRow::measuredCapacity));
      case OVER_CAPACITY ->
          count(row, RegisterRow::measured) == 0
              ? NOTHING
              : plain(count(row, RegisterRow::crowded));
      case OVER_AGAIN ->
          rate(
              measure, count(row, RegisterRow::crowdedAgain), count(row, RegisterRow::crowdedOnce));
      case HEARD -> rate(measure, count(row, RegisterRow::heard), entries(row));
      default -> throw new IllegalArgumentException("no measure of a register: " + measure.kind());
    };
  }

  /** One place behind each that has more a resident; who has as much shares the place. */
  private static Reading rank(
      Measure measure, Optional<RegisterRow> row, List<PeerRow> peers, long residents) {
    if (residents == 0 || row.isEmpty() || peers.isEmpty()) {
      return NOTHING;
    }
    if (peers.size() < measure.smallest()) {
      return tooSmall(peers.size());
    }
    double own = entries(row) / residents;
    long before = peers.stream().filter(peer -> peer.amount() / peer.residents() > own).count();
    double place = 1.0 + before;
    return new Reading(State.MEASURED, place, place, 1.0 + peers.size());
  }

  private static Reading ofDemands(Measure measure, At at) {
    Optional<DemandRow> row = at.demand(measure.of());
    return switch (measure.kind()) {
      case DEMANDS -> plain(count(row, DemandRow::raised));
      case OPEN -> plain(count(row, DemandRow::open));
      case MATCHED -> rate(measure, count(row, DemandRow::matched), count(row, DemandRow::raised));
      case MATCH_DAYS ->
          median(measure, row.map(DemandRow::matchDays), count(row, DemandRow::matches));
      case CLOSE_DAYS ->
          median(measure, row.map(DemandRow::closeDays), count(row, DemandRow::closes));
      default -> throw new IllegalArgumentException("no measure of demands: " + measure.kind());
    };
  }

  private static Reading ofArrivals(Measure measure, At at) {
    Optional<ArrivalRow> row = at.arrivals(measure.of());
    return switch (measure.kind()) {
      case ARRIVALS -> plain(count(row, ArrivalRow::arrived));
      case WELCOMED -> rate(measure, count(row, ArrivalRow::welcomed), count(row, ArrivalRow::due));
      case WELCOME_DAYS ->
          median(measure, row.map(ArrivalRow::welcomeDays), count(row, ArrivalRow::given));
      default -> throw new IllegalArgumentException("no measure of arrivals: " + measure.kind());
    };
  }

  /** Whether it is a count that may tell of single persons when it is small. */
  boolean isFew(Measure measure, int fewest) {
    return measure.kind().shape() == Shape.COUNT
        && state == State.MEASURED
        && value > 0
        && value < fewest;
  }

  private static Reading plain(double value) {
    return new Reading(State.MEASURED, value, null, null);
  }

  private static Reading rate(Measure measure, double part, double whole) {
    if (whole == 0) {
      return NOTHING;
    }
    return whole < measure.smallest()
        ? new Reading(State.TOO_SMALL, null, part, whole)
        : shareOf(part, whole);
  }

  private static Reading shareOf(double part, double whole) {
    return whole == 0 ? NOTHING : new Reading(State.MEASURED, part / whole, part, whole);
  }

  private static Reading median(Measure measure, Optional<Double> value, double sample) {
    if (sample == 0 || value.isEmpty()) {
      return NOTHING;
    }
    return sample < measure.smallest()
        ? tooSmall(sample)
        : new Reading(State.MEASURED, value.get(), sample, null);
  }

  private static Reading tooSmall(double sample) {
    return sample == 0 ? NOTHING : new Reading(State.TOO_SMALL, null, sample, null);
  }

  private static double entries(Optional<RegisterRow> row) {
    return count(row, RegisterRow::entries);
  }

  private static double sum(Optional<ServiceRow> row, String name) {
    return row.map(one -> one.sums().getOrDefault(name, 0.0)).orElse(0.0);
  }

  private static <T> double count(Optional<T> row, ToLongFunction<T> column) {
    Function<T, Double> number = one -> (double) column.applyAsLong(one);
    return row.map(number).orElse(0.0);
  }

  private static <T> double amount(Optional<T> row, ToDoubleFunction<T> column) {
    return row.map(column::applyAsDouble).orElse(0.0);
  }

  private static double days(Instant from, Instant until) {
    return (until.toEpochMilli() - from.toEpochMilli()) / DAY_MILLIS;
  }
}
