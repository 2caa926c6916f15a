package city.chengmai.datasets.campaign;

import city.chengmai.datasets.catalogue.LocalName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A time with thresholds of its own (特殊时段), such as the guarantee period of an exposition (进博会保障).
 *
 * @param id unique within the city
 * @param name shown name
 * @param from first day
 * @param until day after the last one
 * @param areas areas it holds in, with all below them; empty for the city
 * @param comparison name of the time it is compared with
 * @param comparisonFrom first day of that time
 * @param comparisonUntil day after its last one
 * @param rules numbers of alert rules that hold inside, by rule and parameter
 */
public record SpecialPeriod(
    String id,
    LocalName name,
    LocalDate from,
    LocalDate until,
    List<String> areas,
    LocalName comparison,
    LocalDate comparisonFrom,
    LocalDate comparisonUntil,
    Map<String, Map<String, Double>> rules) {

  /** Checks that the days are in order. */
  public SpecialPeriod {
    Objects.requireNonNull(id, "id of a special period");
    Objects.requireNonNull(name, () -> "name of special period " + id);
    areas = List.copyOf(areas);
    rules = Map.copyOf(rules);
    if (!from.isBefore(until) || !comparisonFrom.isBefore(comparisonUntil)) {
      throw new IllegalArgumentException(
          "special period " + id + " or its comparison ends before it begins");
    }
  }

  /** Whether a day lies inside. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /** The numbers of one rule that hold inside; may be empty. */
  public Map<String, Double> overrides(String rule) {
    return rules.getOrDefault(rule, Map.of());
  }
}
