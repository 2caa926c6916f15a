package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes the events of devices. */
final class Readings {

  private static final String SOURCE = "demo/devices";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);

  private Readings() {}

  static PlannedEvent reading(
      DemoDevice device, LocalDateTime at, String metric, double value, String unit) {
    return event(
        device,
        at,
        EventType.DEVICE_TELEMETRY,
        () ->
            Payload.of("kind", device.kind())
                .put("metric", metric)
                .put("value", value)
                .put("unit", unit)
                .put("areaId", device.grid().id()));
  }

  static PlannedEvent alarm(DemoDevice device, LocalDateTime at, String kind, String alarmId) {
    return event(
        device,
        at,
        EventType.DEVICE_ALARM,
        () -> {
          ObjectNode payload = Payload.of("alarmId", alarmId).put("kind", kind);
          if (!device.personHash().isEmpty()) {
            payload.put("personHash", device.personHash());
          }
          payload.put("areaId", device.grid().id());
          Payload.putPoint(payload, device.spot().at());
          return payload;
        });
  }

  static PlannedEvent acknowledgement(DemoDevice device, LocalDateTime at, String alarmId) {
    return event(
        device, at, EventType.DEVICE_ALARM_ACKNOWLEDGED, () -> Payload.of("alarmId", alarmId));
  }

  static PlannedEvent offline(DemoDevice device, LocalDateTime at) {
    return event(device, at, EventType.DEVICE_OFFLINE, () -> Payload.of("kind", device.kind()));
  }

  private static PlannedEvent event(
      DemoDevice device, LocalDateTime at, EventType type, Supplier<ObjectNode> data) {
    String id = device.id() + "-" + MINUTE.format(at) + "-" + type.localName().substring(7);
    return new PlannedEvent(at, type, SOURCE, id, device.id(), data);
  }
}
