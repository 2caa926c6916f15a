package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.intake.Moments;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Base records (基础数据). Each event holds the whole record, so the table needs no state: the row's
 * version is the event time, and the latest event wins in whatever order they come.
 */
final class RecordFold implements Fold {

  @Override
  public String stateKey(Sighting sighting) {
    return null;
  }

  /** The time orders the record's states, the kind is part of its key. */
  @Override
  public String fixed(Event event) {
    return event.time() + " " + event.data().path("recordKind").asText("");
  }

  @Override
  public Folded fold(byte[] state, Sighting sighting, RowWriter writer) {
    Event event = sighting.event();
    byte[] row =
        writer
            .text(event.subject())
            .text(sighting.text("recordKind"))
            .text(sighting.text("name"))
            .text(sighting.place().grid())
            .map(attributes(event.data().path("attributes")))
            .text(sighting.text("app"))
            .optionalMoment(Moments.read(event.data(), "validFrom"))
            .optionalMoment(Moments.read(event.data(), "validTo"))
            .moment(event.time())
            .moment(sighting.recordedAt())
            // A revision has the time of what it replaces; a state one millisecond later is rare.
            .count64(event.time().toEpochMilli() + sighting.revision())
            .toRow();
    Fact fact = new Fact(FactTable.REGISTRY, event.subject(), row);
    return new Folded(null, fact, sighting.place());
  }

  private static Map<String, String> attributes(JsonNode node) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      attributes.put(member.getKey(), member.getValue().asText());
    }
    return attributes;
  }
}
