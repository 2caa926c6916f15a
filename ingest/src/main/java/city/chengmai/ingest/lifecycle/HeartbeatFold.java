package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Moments;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What feeds tell of themselves (心跳): a row each, no state. */
final class HeartbeatFold implements Fold {

  @Override
  public String stateKey(Sighting sighting) {
    return null;
  }

  @Override
  public Folded fold(byte[] state, Sighting sighting, RowWriter writer) {
    Event event = sighting.event();
    JsonNode rows = event.data().get("rows");
    JsonNode lag = event.data().get("lagSeconds");
    byte[] row =
        writer
            .text(event.subject())
            .text(event.source())
            .text(event.type() == EventType.FEED_LATE ? "late" : "heartbeat")
            .text(sighting.text("schemaVersion"))
            .optionalCount64(rows == null ? null : (Long) rows.longValue())
            .optionalDecimal(lag == null ? null : (Double) lag.doubleValue())
            .optionalMoment(Moments.read(event.data(), "lastEventAt"))
            .moment(event.time())
            .text(event.id())
            .moment(sighting.recordedAt())
            .count64(sighting.version())
            .toRow();
    Instant newestAt = Moments.read(event.data(), "lastEventAt");
    return new Folded(
        null,
        new Fact(FactTable.FEED_HEARTBEATS, event.subject(), row),
        sighting.place(),
        new Standing.OfFeed(sighting.place(), newestAt));
  }
}
