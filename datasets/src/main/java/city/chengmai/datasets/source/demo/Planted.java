package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that a model over pooled data (数据碰撞) is to find, or that looks like it and is not.
 *
 * @param id unique in the city
 * @param model id of the model
 * @param target what it is about: record, home, place
 * @param rows ids of the entities that tell of it
 * @param real false when nobody who went there would confirm it
 * @param from first day, in the city's zone
 * @param to day after the last thing that tells of it; of a state that goes on, the day it ends
 */
public record Planted(
    String id,
    String model,
    String target,
    List<String> rows,
    boolean real,
    LocalDate from,
    LocalDate to) {

  /** Copies the list. */
  public Planted {
    rows = List.copyOf(rows);
  }
}
