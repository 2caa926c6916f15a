package city.chengmai.datasets.mechanism;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mechanism of governance (机制).
 *
 * @param id row of the coverage table, for example {@code 001-08}
 * @param name shown name
 * @param watches what it looks at
 * @param personal whether its rows are about single persons: small counts of places are not told
 * @param weekly whether its course is shown by week, not by month
 * @param measures its figures; the first leads
 * @param splits of what its rows consist
 * @param menu its service menu, if it has one
 * @param map register whose entries are drawn on a map; empty for none
 */
public record Mechanism(
    String id,
    LocalName name,
    LocalName watches,
    boolean personal,
    boolean weekly,
    List<Measure> measures,
    List<Split> splits,
    Optional<Menu> menu,
    String map) {

  private static final int PLAN = 3;

  /** Copies the lists. */
  public Mechanism {
    measures = List.copyOf(measures);
    splits = List.copyOf(splits);
  }

  /** The source text that names it, for example {@code 001}. */
  public String plan() {
    return id.substring(0, PLAN);
  }

  /** The kinds of these rows that it looks at, in the order of its figures. */
  public Set<String> kinds(Source source) {
    Set<String> kinds = new LinkedHashSet<>();
    for (Measure measure : measures) {
      if (measure.kind().source() == source) {
        kinds.add(measure.of());
      }
      if (source == Source.REGISTER && !measure.register().isEmpty()) {
        kinds.add(measure.register());
      }
    }
    if (source == Source.REGISTER && !map.isEmpty()) {
      kinds.add(map);
    }
    splits.stream().filter(split -> split.source() == source).map(Split::of).forEach(kinds::add);
    return kinds;
  }
}
