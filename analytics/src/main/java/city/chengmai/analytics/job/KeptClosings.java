package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How long closed cases took, kept from run to run: the days before a run are those of the run
 * before, and the days of a run are read again. One instance a runner; single thread. Eight bytes a
 * case that was closed since the beginning of the oldest year asked for.
 */
final class KeptClosings {

  private final IndicatorComputation computation;
  private LocalDate from = LocalDate.MAX;
  private ClosingTimes times;

  KeptClosings(IndicatorComputation computation) {
    this.computation = computation;
  }

  /**
   * The cases closed from a day until the end of a run.
   *
   * @param touched first day that may have changed since the run before
   */
  ClosingTimes since(LocalDate day, RunContext run, LocalDate touched) {
    // From the first day on everything may have changed, the areas among it.
    boolean holds =
        times != null
            && !day.isBefore(from)
            && touched.isAfter(run.city().firstDay())
            && touched.isAfter(from);
    ClosingTimes read = holds ? times : new ClosingTimes(run.city().areas());
    LocalDate begin = holds ? touched : day;
    // Until it is known that all came.
    times = null;
    read.forgetFrom((int) begin.toEpochDay());
    Map<String, String> values = new HashMap<>(computation.values(run, Windows.of(Grain.DAY, run)));
    values.put("since", Stamp.text(run.city().startOf(begin)));
    new ClosingReader(run.store(), run.city().areas())
        .read(QueryText.of("closings.sql", values), read);
    from = holds ? from : begin;
    times = read;
    return read;
  }
}
