package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import java.time.Instant;

/**
 * What devices send (物联感知): readings need no state, an alarm is raised and acknowledged in either
 * order, a device that falls silent leaves only its event.
 */
final class DeviceFold implements Fold {

  private record Alarm(
      String device, String kind, Place place, Instant raisedAt, Instant answeredAt, int events) {}

  @Override
  public String stateKey(Sighting sighting) {
    return switch (sighting.event().type()) {
      case DEVICE_ALARM, DEVICE_ALARM_ACKNOWLEDGED -> "alarm/" + sighting.text("alarmId");
      default -> null;
    };
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) {
    return switch (sighting.event().type()) {
      case DEVICE_TELEMETRY ->
          new Folded(null, reading(sighting, writer), sighting.place(), device(sighting, false));
      case DEVICE_OFFLINE -> new Folded(null, null, sighting.place(), device(sighting, true));
      default -> alarm(bytes == null ? null : read(bytes), sighting, writer);
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
            .count64(sighting.recordedAt().toEpochMilli())
            .toRow();
    return new Fact(FactTable.OBSERVATIONS, event.subject(), row);
  }

  private static Folded alarm(Alarm before, Sighting sighting, RowWriter writer) {
    Alarm alarm = before == null ? first(sighting) : second(before, sighting);
    String id = sighting.text("alarmId");
    byte[] row =
        writer
            .text(id)
            .text(alarm.device)
            .text(alarm.kind)
            .text(alarm.place.grid())
            .optionalMoment(alarm.raisedAt)
            .optionalMoment(alarm.answeredAt)
            .moment(sighting.recordedAt())
            .count64(alarm.events)
            .toRow();
    Standing standing =
        new Standing.OfAlarm(
            id, alarm.device, alarm.kind, alarm.place, alarm.raisedAt, alarm.answeredAt);
    Fact fact = new Fact(FactTable.DEVICE_ALARMS, id, row);
    return new Folded(write(alarm), fact, alarm.place, standing);
  }

  private static Alarm first(Sighting sighting) {
    Alarm empty = new Alarm(sighting.event().subject(), "", Place.UNKNOWN, null, null, 0);
    return second(empty, sighting);
  }

  private static Alarm second(Alarm alarm, Sighting sighting) {
    Instant time = sighting.event().time();
    if (sighting.event().type() == EventType.DEVICE_ALARM) {
      return new Alarm(
          alarm.device,
          sighting.text("kind"),
          sighting.place(),
          time,
          alarm.answeredAt,
          alarm.events + 1);
    }
    boolean earlier = alarm.answeredAt == null || time.isBefore(alarm.answeredAt);
    Instant answered = earlier ? time : alarm.answeredAt;
    return new Alarm(
        alarm.device, alarm.kind, alarm.place, alarm.raisedAt, answered, alarm.events + 1);
  }

  private static byte[] write(Alarm alarm) {
    return new StateWriter()
        .text(alarm.device)
        .text(alarm.kind)
        .place(alarm.place)
        .moment(alarm.raisedAt)
        .moment(alarm.answeredAt)
        .count(alarm.events)
        .toBytes();
  }

  private static Alarm read(byte[] state) {
    StateReader in = new StateReader(state);
    return new Alarm(in.text(), in.text(), in.place(), in.moment(), in.moment(), in.count());
  }
}
