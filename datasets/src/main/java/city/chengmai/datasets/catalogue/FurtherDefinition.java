package city.chengmai.datasets.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Another version of an indicator's definition (口径), shown beside the one of the catalogue for a
 * while. It is computed for the windows that end on its days, and for the periods that hold one of
 * them.
 *
 * @param indicator catalogue id
 * @param version of the definition; not that of the catalogue
 * @param from first day, in the city's zone
 * @param until day after the last; null while both stay
 * @param parameters numbers that differ from those of the catalogue
 * @param name what tells it from the catalogue's, a few words
 * @param numerator what is counted above the line
 * @param denominator what is counted below the line
 * @param difference a sentence for readers: how the two differ and why both are shown
 * @param source where the definition comes from
 */
public record FurtherDefinition(
    String indicator,
    int version,
    LocalDate from,
    LocalDate until,
    Map<String, Double> parameters,
    LocalName name,
    LocalName numerator,
    LocalName denominator,
    LocalName difference,
    String source)
    implements Serializable {

  /** Checks every field, naming the indicator. */
  public FurtherDefinition {
    require(indicator != null, "?", "indicator is missing");
    require(version >= 1, indicator, "version must be 1 or more, but is " + version);
    require(from != null, indicator, "from is missing");
    require(
        until == null || from.isBefore(until), indicator, "until " + until + " is not after from");
    require(name != null && difference != null, indicator, "name and difference are missing");
    require(
        numerator != null && denominator != null, indicator, "numerator or denominator is missing");
    require(source != null && !source.isBlank(), indicator, "source is missing");
    require(
        parameters != null && !parameters.isEmpty(),
        indicator,
        "parameters are missing: nothing would be computed differently");
    parameters = Map.copyOf(parameters);
  }

  /** Whether windows that end on a day are computed by this definition, too. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /**
   * The indicator as this definition has it.
   *
   * @throws IllegalArgumentException when the catalogue does not have it, has this very version, or
   *     its formula knows none of the parameters
   */
  public Indicator in(Catalogue catalogue) {
    Indicator now =
        catalogue
            .find(indicator)
            .orElseThrow(
                () -> new IllegalArgumentException(text(indicator, "is not in the catalogue")));
    require(
        now.version() != version, indicator, "version " + version + " is that of the catalogue");
    require(
        now.parameters().keySet().containsAll(parameters.keySet()),
        indicator,
        "parameters "
            + parameters.keySet()
            + " are not all among those of the formula, "
            + now.parameters().keySet());
    Map<String, Double> all = new HashMap<>(now.parameters());
    all.putAll(parameters);
    require(
        !all.equals(now.parameters()),
        indicator,
        "parameters are those of the catalogue: nothing would be computed differently");
    return new Indicator(
        now.id(),
        now.name(),
        now.unit(),
        now.direction(),
        version,
        now.smallestSample(),
        now.dimension(),
        now.gridTypes(),
        numerator,
        denominator,
        now.companion(),
        source,
        all,
        now.smallestDays(),
        now.wholeCity());
  }

  private static void require(boolean holds, String indicator, String message) {
    if (!holds) {
      throw new IllegalArgumentException(text(indicator, message));
    }
  }

  private static String text(String indicator, String message) {
    return "further definition of " + indicator + ": " + message;
  }
}
