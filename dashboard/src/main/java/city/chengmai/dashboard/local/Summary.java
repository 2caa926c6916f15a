package city.chengmai.dashboard.local;

import city.chengmai.dashboard.query.SummaryQueries;
import city.chengmai.dashboard.query.SummaryQueries.AlertRow;
import city.chengmai.dashboard.query.SummaryQueries.CasesRow;
import city.chengmai.dashboard.query.SummaryQueries.DeadLettersRow;
import city.chengmai.dashboard.query.SummaryQueries.GridsRow;
import java.time.Duration;
import java.util.List;

/**
 * What a headless run found, all of it asked from the store.
 *
 * @param city name of the descriptor
 * @param requestsRead requests among the source records that the replay took
 * @param cases by state
 * @param refusedRequests requests that ended as dead letters and are no case
 * @param deadLetters by reason
 * @param grids with a grade
 * @param alerts the strongest
 * @param taken from start to end
 */
record Summary(
    String city,
    long requestsRead,
    CasesRow cases,
    long refusedRequests,
    List<DeadLettersRow> deadLetters,
    GridsRow grids,
    List<AlertRow> alerts,
    Duration taken) {

  Summary {
    deadLetters = List.copyOf(deadLetters);
    alerts = List.copyOf(alerts);
  }

  static Summary ask(SummaryQueries store, String city, long requestsRead, Duration taken) {
    return new Summary(
        city,
        requestsRead,
        store.cases(),
        store.refusedRequests(),
        store.deadLetters(),
        store.grids(),
        store.strongestAlerts(),
        taken);
  }

  /** Requests that are neither a case nor a dead letter. */
  long lost() {
    return requestsRead - cases.cases() - refusedRequests;
  }
}
