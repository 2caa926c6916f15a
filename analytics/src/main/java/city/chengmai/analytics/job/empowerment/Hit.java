package city.chengmai.analytics.job.empowerment;

import city.chengmai.datasets.empowerment.ModelFinding;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a model singled out, for as long as it goes on.
 *
 * @param id model, finding and first day
 * @param first first day it was found
 * @param last last day it was found
 * @param ended day after the last one, once it was not found again for long enough
 * @param finding as it was found last
 */
public record Hit(
    String id, LocalDate first, LocalDate last, Optional<LocalDate> ended, ModelFinding finding) {

  static Hit of(String model, LocalDate day, ModelFinding finding) {
    String id = String.join("|", model, finding.key(), day.toString());
    return new Hit(id, day, day, Optional.empty(), finding);
  }

  /** Whether a finding of that day is this hit. */
  boolean goesOnAt(LocalDate day, int quietDays) {
    return !day.isBefore(first) && !day.isAfter(last.plusDays(quietDays));
  }

  /** Found again; an earlier day than the last says nothing new. */
  Hit foundOn(LocalDate day, ModelFinding again) {
    return day.isBefore(last) ? this : new Hit(id, first, day, Optional.empty(), again);
  }

  Hit asOf(LocalDate day, int quietDays) {
    boolean over = last.plusDays(quietDays).isBefore(day);
    return new Hit(
        id, first, last, over ? Optional.of(last.plusDays(1)) : Optional.empty(), finding);
  }
}
