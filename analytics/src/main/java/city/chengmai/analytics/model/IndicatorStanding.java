package city.chengmai.analytics.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where an area stands in one indicator, and how surely. Values are in the unit of the catalogue.
 *
 * @param area area id
 * @param indicator catalogue id
 * @param definitionVersion of the indicator
 * @param peerGroup areas it is compared with
 * @param peers areas of the group with a measured value
 * @param sample denominator, also of a sample that is too small
 * @param value raw value, empty unless measured
 * @param peerValue value of the whole group together; empty where counts do not make the value
 * @param shrunk value after shrinkage to the group; the raw one where counts do not make the value
 * @param interval 95 % interval of the true value; empty where counts do not make the value
 * @param standing empty unless measured, and for context indicators
 * @param ranks empty where there is no interval or no standing
 */
public record IndicatorStanding(
    String area,
    String indicator,
    int definitionVersion,
    String peerGroup,
    int peers,
    double sample,
    OptionalDouble value,
    OptionalDouble peerValue,
    OptionalDouble shrunk,
    Optional<Spread> interval,
    Optional<Standing> standing,
    Optional<RankRange> ranks) {}
