package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.indicator.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of one indicator in a peer group: who stands where. */
final class IndicatorTable {

  private final GroupIndicator indicator;
  private final List<AreaReadings> members;
  private final double sign;
  private final boolean ranked;

  IndicatorTable(GroupIndicator indicator, List<AreaReadings> members) {
    Direction direction = indicator.indicator().direction();
    this.indicator = indicator;
    this.members = members;
    this.sign = direction == Direction.LOWER_IS_BETTER ? -1 : 1;
    this.ranked = direction != Direction.CONTEXT;
  }

  /**
   * The standings of those members whose own group this is and to whom the indicator applies.
   *
   * @param draws by member, empty for members without
   */
  List<IndicatorStanding> standings(String group, List<Optional<double[]>> draws) {
    double[] values =
        members.stream()
            .flatMapToDouble(member -> indicator.best(member.area()).stream())
            .map(value -> sign * value)
            .toArray();
    List<RankRange> ranges = ranked ? ranges(draws) : List.of();
    List<IndicatorStanding> standings = new ArrayList<>();
    int drawn = 0;
    for (int i = 0; i < members.size(); i++) {
      Optional<RankRange> range =
          ranked && draws.get(i).isPresent() ? Optional.of(ranges.get(drawn++)) : Optional.empty();
      if (members.get(i).peerGroup().equals(group) && applies(members.get(i))) {
        standings.add(standing(members.get(i), values, range));
      }
    }
    return standings;
  }

  private List<RankRange> ranges(List<Optional<double[]>> draws) {
    double[][] drawn = draws.stream().flatMap(Optional::stream).toArray(double[][]::new);
    double[][] signed = new double[drawn.length][];
    for (int i = 0; i < drawn.length; i++) {
      signed[i] = new double[drawn[i].length];
      for (int draw = 0; draw < drawn[i].length; draw++) {
        signed[i][draw] = sign * drawn[i][draw];
      }
    }
    return RankRange.of(signed);
  }

  private boolean applies(AreaReadings member) {
    return !(reading(member) instanceof Reading.NotApplicable);
  }

  private Reading reading(AreaReadings member) {
    return member.reading(indicator.indicator().id());
  }

  private IndicatorStanding standing(
      AreaReadings member, double[] values, Optional<RankRange> range) {
    Optional<Standing> standing =
        indicator.best(member.area()).stream()
            .filter(best -> ranked)
            .mapToObj(best -> Standing.of(sign * best, values))
            .findFirst();
    return new IndicatorStanding(
        member.area(),
        indicator.indicator().id(),
        indicator.indicator().version(),
        member.peerGroup(),
        indicator.peers(),
        sample(reading(member)),
        indicator.value(member.area()),
        indicator.peerValue(),
        indicator.best(member.area()),
        indicator.interval(member.area()),
        standing,
        standing.flatMap(place -> range.map(found -> found.including(place.rank()))));
  }

  private static double sample(Reading reading) {
    return reading.fold(
        measured -> measured.rate().denominator(),
        insufficient -> insufficient.rate().denominator(),
        notApplicable -> 0.0,
        noData -> 0.0);
  }
}
