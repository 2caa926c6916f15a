package city.chengmai.analytics.model.alert;

import city.chengmai.datasets.rule.AlertRule;
import java.io.Serializable;

/**
 * How readings are judged.
 *
 * @param score from which on a reading is told
 * @param memoryDays days of readings that what is usual is rebuilt from
 * @param learningDays days between a device's first reading and the first day it is judged on
 */
public record SensorPlan(double score, int memoryDays, int learningDays) implements Serializable {

  /** The plan with the parameters of A16. */
  public static SensorPlan of(AlertRule rule) {
    return new SensorPlan(
        rule.parameter("score"),
        (int) Math.round(rule.parameter("memory-days")),
        (int) Math.round(rule.parameter("learning-days")));
  }
}
