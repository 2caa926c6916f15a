package city.chengmai.datasets.empowerment;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.rule.AlertRule.Bound;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One computing model over pooled data (赋能模型, 数据碰撞) as data: a question that brings together what
 * several departments hold. Its SQL is the file of its id among the jobs of analytics. A change of
 * question or numbers raises {@code version}, which every run and hit carries.
 *
 * @param id for example registered-empty
 * @param name shown name
 * @param question what it asks, for the reader of a hit
 * @param check what an officer looks for on site
 * @param department id of the feed of the department that owns it and that hits are handed to
 * @param inputs tables that it brings together
 * @param version from 1
 * @param schedule when it is asked
 * @param quietDays as many days without being found again make the next one another hit
 * @param numbers its numbers by name
 * @param bounds smallest and largest value of each number
 * @param words lists of words by name, such as the categories that it looks at
 */
public record EmpowermentModel(
    String id,
    LocalName name,
    LocalName question,
    LocalName check,
    String department,
    List<String> inputs,
    int version,
    Schedule schedule,
    int quietDays,
    Map<String, Double> numbers,
    Map<String, Bound> bounds,
    Map<String, List<String>> words) {

  /** When a model is asked; each time about what stands at the end of that day. */
  public enum Schedule {
    /** Every day. */
    DAILY,
    /** Every seventh day, counted from a Monday. */
    WEEKLY;

    private static final int DAYS_OF_WEEK = 7;

    /** Whether it is asked about a day. */
    public boolean isDue(LocalDate day) {
      return this == DAILY || day.getDayOfWeek().getValue() % DAYS_OF_WEEK == 1;
    }
  }

  /** Checks that the model is complete and its numbers lie within their bounds. */
  public EmpowermentModel {
    requireNonNull(id, "id");
    requireNonNull(name, () -> "name of model " + id);
    requireNonNull(question, () -> "question of model " + id);
    requireNonNull(check, () -> "check of model " + id);
    requireNonNull(department, () -> "department of model " + id);
    requireNonNull(schedule, () -> "schedule of model " + id);
    inputs = List.copyOf(inputs);
    numbers = Map.copyOf(numbers);
    bounds = Map.copyOf(bounds);
    words = words == null ? Map.of() : Map.copyOf(words);
    if (version < 1 || quietDays < 1) {
      throw new IllegalArgumentException(
          "version %d and quietDays %d of model %s must be 1 or more"
              .formatted(version, quietDays, id));
    }
    if (!bounds.keySet().equals(numbers.keySet())) {
      throw new IllegalArgumentException(
          "model %s bounds %s, but its numbers are %s"
              .formatted(id, bounds.keySet(), numbers.keySet()));
    }
    for (Map.Entry<String, Double> number : numbers.entrySet()) {
      if (!bounds.get(number.getKey()).holds(number.getValue())) {
        throw new IllegalArgumentException(
            "model %s has bounds %s for %s, which is %s"
                .formatted(id, bounds.get(number.getKey()), number.getKey(), number.getValue()));
      }
    }
  }
}
