package city.chengmai.analytics.job;

import city.chengmai.datasets.rule.AlertRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Clears the alerts of days long past: an unusual day is news for the rule's {@code open-days} and
 * history afterwards, so that a wall counts what is of today.
 */
final class AlertExpiry {

  private final Duration open;
  private final Instant now;

  AlertExpiry(AlertRule rule, Instant now) {
    this.open = Duration.ofDays(Math.round(rule.parameter("open-days")));
    this.now = now;
  }

  /** The rows of this run as they stand now, and earlier open ones whose time is over. */
  List<AlertRow> apply(List<AlertRow> written, List<AlertRow> earlier, Stamp stamp) {
    List<AlertRow> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (AlertRow row : written) {
      ids.add(row.id());
      rows.add(isOver(row) ? cleared(row, stamp) : row);
    }
    earlier.stream()
        .filter(row -> !ids.contains(row.id()) && isOver(row))
        .forEach(row -> rows.add(cleared(row, stamp)));
    return rows;
  }

  private boolean isOver(AlertRow row) {
    return row.isOpen() && !end(row).isAfter(now);
  }

  private AlertRow cleared(AlertRow row, Stamp stamp) {
    return row.cleared(end(row), stamp);
  }

  private Instant end(AlertRow row) {
    return row.periodEnd().plus(open);
  }
}
