package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.alert.AlertJournal;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.FindingRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads an alert whole. Blocking and thread-safe. */
final class AlertReader {

  private static final int MOST_CASES = 50;

  private final AlertQueries alerts;
  private final AlertJournal journal;

  AlertReader(AlertQueries alerts, AlertJournal journal) {
    this.alerts = alerts;
    this.journal = journal;
  }

  /** The alert of this key; empty when no finding has it. */
  Optional<AlertFile> read(String key, Instant now) {
    return alerts.find(now, key).map(alert -> read(alert, now));
  }

  private AlertFile read(AlertRow alert, Instant now) {
    List<FindingRow> findings = alerts.findings(now, alert.alertKey());
    List<String> evidence =
        findings.stream()
            .flatMap(finding -> finding.evidence().stream())
            .distinct()
            .limit(MOST_CASES)
            .toList();
    return new AlertFile(
        alert,
        findings,
        journal.history(alert.alertKey()),
        alerts.actions(alert.alertKey()),
        alerts.deliveries(alert.alertKey()),
        evidence.isEmpty() ? List.of() : alerts.evidence(evidence),
        now);
  }
}
