package city.chengmai.ingest.alert;

import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes alerts as rows of table {@code alerts}. */
final class AlertFacts {

  private static final double MILLIS_A_MINUTE = 60_000;

  private final AlertRules rules;
  private final RowWriter writer = new RowWriter();

  AlertFacts(AlertRules rules) {
    this.rules = rules;
  }

  /** An alert that stands. */
  Fact open(Watch watch, Clock clock, Instant now) {
    return row(watch, clock, null, now);
  }

  /** An alert that was cleared; never before it was raised. */
  Fact cleared(Watch watch, Clock clock, Instant clearedAt, Instant now) {
    Instant raisedAt = clock.deadline().from();
    return row(watch, clock, clearedAt.isBefore(raisedAt) ? raisedAt : clearedAt, now);
  }

  /** The id of the alert of a deadline, the same each time. */
  static String id(Watch watch, Deadline deadline) {
    return String.join("|", deadline.rule(), watch.subject(), deadline.due().toString());
  }

  private Fact row(Watch watch, Clock clock, Instant clearedAt, Instant now) {
    Deadline deadline = clock.deadline();
    String id = id(watch, deadline);
    AlertRule rule = rules.rule(deadline.rule());
    writer.text(id).text(deadline.rule()).text(clock.raised().wireName());
    writer.text(watch.area()).text(watch.category());
    writer.moment(deadline.since()).moment(deadline.due());
    writer.decimal(minutes(deadline.since(), deadline.from()));
    writer.optionalDecimal(null).optionalDecimal(null);
    writer.optionalDecimal(minutes(deadline.since(), deadline.due()));
    writer.optionalDecimal(null).text(rule.method()).count16(rule.version());
    writer.texts(List.of(watch.subject())).count32(1);
    writer.text(clearedAt == null ? "open" : "cleared").moment(deadline.from());
    writer.optionalMoment(clearedAt).moment(now).count64(clock.version());
    return new Fact(FactTable.ALERTS, watch.subject(), writer.toRow());
  }

  private static double minutes(Instant start, Instant end) {
    return Duration.between(start, end).toMillis() / MILLIS_A_MINUTE;
  }
}
