package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.alert.AlertHistory;
import city.chengmai.dashboard.alert.Standing;
import city.chengmai.dashboard.query.AlertQueries.ActionRow;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.DeliveryRow;
import city.chengmai.dashboard.query.AlertQueries.EvidenceCaseRow;
import city.chengmai.dashboard.query.AlertQueries.FindingRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything about one alert as it was read.
 *
 * @param findings latest first, at least one
 * @param cases those of the evidence that are cases
 */
record AlertFile(
    AlertRow alert,
    List<FindingRow> findings,
    AlertHistory history,
    List<ActionRow> actions,
    List<DeliveryRow> deliveries,
    List<EvidenceCaseRow> cases,
    Instant now) {

  /** All areas that it speaks of. */
  Set<String> areas() {
    return findings.stream()
        .flatMap(row -> Stream.concat(Stream.of(row.areaId()), row.areas().stream()))
        .collect(Collectors.toSet());
  }

  Standing standing() {
    return history.standing(now, alert.raisedAt());
  }

  FindingRow latest() {
    return findings.get(0);
  }
}
