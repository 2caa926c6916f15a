package city.chengmai.analytics.job.rule;

import java.time.LocalDate;

/**
 * A threshold that somebody approved (阈值微调). It holds from the day after the decision until the day
 * after it was taken back.
 *
 * @param rule rule id
 * @param area area that it holds in, with all below it; empty for the city
 * @param parameter name of the number
 * @param value the number
 * @param from first day that it holds
 * @param until day after the last one, {@link LocalDate#MAX} while it holds
 * @param order larger for a later decision
 */
public record NumberDecision(
    String rule,
    String area,
    String parameter,
    double value,
    LocalDate from,
    LocalDate until,
    int order) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }
}
