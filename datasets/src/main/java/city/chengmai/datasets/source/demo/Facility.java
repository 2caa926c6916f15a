package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.Map;

/**
 * An entry of a register: a point, a station, an item of a menu, a post.
 *
 * @param kind of the register
 * @param id record id
 * @param name invented name
 * @param grid where it is; null: elsewhere
 * @param spot where in the grid; null: elsewhere
 * @param load share of its capacity that is usually taken; 0 when nothing counts it
 * @param told day on which it is put on the register
 * @param from day from which it holds; null: since nobody knows when
 * @param until day on which it ends; null: it does not
 * @param attributes what the register says of it, its kind apart
 */
record Facility(
    String kind,
    String id,
    String name,
    DemoGrid grid,
    Spot spot,
    double load,
    LocalDate told,
    LocalDate from,
    LocalDate until,
    Map<String, String> attributes) {

  boolean standsOn(LocalDate day) {
    return !told.isAfter(day) && (until == null || until.isAfter(day));
  }

  /** How much it takes; 0 when it has no capacity. */
  int capacity() {
    return Integer.parseInt(attributes.getOrDefault("capacity", "0"));
  }
}
