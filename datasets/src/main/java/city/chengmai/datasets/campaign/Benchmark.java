package city.chengmai.datasets.campaign;

import city.chengmai.datasets.catalogue.LocalName;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to catch up with (标杆).
 *
 * @param id unique within the city
 * @param domain field of work, for example business environment
 * @param rival whom one measures oneself against
 * @param indicator catalogue id
 * @param areas whose values are measured; empty for the city
 * @param target value to reach, in the catalogue unit; empty when a peer's value is the target
 * @param peer area whose value of the day is the target; empty when a number is
 * @param from first day
 * @param until when the target shall be reached
 */
public record Benchmark(
    String id,
    LocalName domain,
    LocalName rival,
    String indicator,
    List<String> areas,
    Optional<Double> target,
    String peer,
    LocalDate from,
    LocalDate until) {

  /** Checks that there is one target and that the days are in order. */
  public Benchmark {
    Objects.requireNonNull(id, "id of a benchmark");
    Objects.requireNonNull(domain, () -> "domain of benchmark " + id);
    Objects.requireNonNull(rival, () -> "rival of benchmark " + id);
    Objects.requireNonNull(indicator, () -> "indicator of benchmark " + id);
    areas = List.copyOf(areas);
    if (target.isPresent() == !peer.isEmpty()) {
      throw new IllegalArgumentException(
          "benchmark " + id + " needs either a target or a peer, not both or neither");
    }
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "benchmark "
              + id
              + " is to be reached on "
              + until
              + ", not after its first day "
              + from);
    }
  }
}
