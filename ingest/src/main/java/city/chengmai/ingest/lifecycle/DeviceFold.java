package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;

/**
 * What devices send (物联感知): readings need no state, an alarm is raised and acknowledged in either
 * order, a device that falls silent leaves only its event.
 */
final class DeviceFold implements Fold {

  @Override
  public String stateKey(Sighting sighting) {
    return switch (sighting.event().type()) {
      case DEVICE_ALARM, DEVICE_ALARM_ACKNOWLEDGED -> "alarm/" + sighting.text("alarmId");
      default -> null;
    };
  }

  /** A reading keeps its metric and time, an alarm its id: they are the keys of their rows. */
  @Override
  public String fixed(Event event) {
    return switch (event.type()) {
      case DEVICE_ALARM, DEVICE_ALARM_ACKNOWLEDGED -> event.data().path("alarmId").asText("");
      case DEVICE_TELEMETRY -> event.time() + " " + event.data().path("metric").asText("");
      default -> "";
    };
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    return switch (sighting.event().type()) {
      case DEVICE_TELEMETRY ->
          new Folded(null, reading(sighting, writer), sighting.place(), device(sighting, false));
      case DEVICE_OFFLINE -> new Folded(null, null, sighting.place(), device(sighting, true));
      default -> AlarmFold.fold(bytes, sighting, writer);
    };
  }

  private static Standing device(Sighting sighting, boolean offline) {
    return new Standing.OfDevice(
        sighting.event().subject(),
        sighting.text("kind"),
        sighting.place(),
        sighting.event().time(),
        offline);
  }

  private static Fact reading(Sighting sighting, RowWriter writer) {
    Event event = sighting.event();
    byte[] row =
        writer
            .text(event.subject())
            .text(sighting.text("kind"))
            .text(sighting.text("metric"))
            .text(sighting.place().grid())
            .moment(event.time())
            .decimal(event.data().get("value").doubleValue())
            .text(sighting.text("unit"))
            .text(event.source())
            .text(event.id())
            .moment(sighting.recordedAt())
            .count64(sighting.version())
            .toRow();
    return new Fact(FactTable.OBSERVATIONS, event.subject(), row);
  }
}
