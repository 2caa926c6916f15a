package city.chengmai.datasets.campaign;

import city.chengmai.datasets.catalogue.LocalName;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Something that was done and shall show in the counts (治理举措).
 *
 * @param id unique within the city
 * @param name shown name
 * @param source what is counted: cases, orders, site-complaints
 * @param categories category ids, each with those below it; empty for all
 * @param areas areas with all below them; empty for the city
 * @param start first day
 * @param baselineDays days before the start that say what was usual
 * @param settleDays days after the start that count for neither side
 * @param afterDays most days that count as after
 */
public record Intervention(
    String id,
    LocalName name,
    String source,
    List<String> categories,
    List<String> areas,
    LocalDate start,
    int baselineDays,
    int settleDays,
    int afterDays) {

  private static final List<String> SOURCES = List.of("cases", "orders", "site-complaints");
  private static final int SHORTEST = 7;

  /** Checks source and lengths. */
  public Intervention {
    Objects.requireNonNull(id, "id of an intervention");
    Objects.requireNonNull(name, () -> "name of intervention " + id);
    Objects.requireNonNull(start, () -> "start of intervention " + id);
    categories = List.copyOf(categories);
    areas = List.copyOf(areas);
    if (!SOURCES.contains(source)) {
      throw new IllegalArgumentException(
          "intervention " + id + " counts \"" + source + "\", expected one of " + SOURCES);
    }
    if (baselineDays < SHORTEST || afterDays < SHORTEST || settleDays < 0) {
      throw new IllegalArgumentException(
          "intervention " + id + " needs at least 7 baseline-days and 7 after-days");
    }
  }
}
