package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.file.Words;
import city.chengmai.datasets.source.mapping.Readings.Measure;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maps a row that is one moment of one device: an event a measure, with the id {@code
 * DEVICE/METRIC/MOMENT}. Thread-safe.
 */
final class ReadingMapper implements RowMapper {

  private final Mapping mapping;
  private final Readings readings;
  private final MomentReader times;
  private final PlaceReader places;

  ReadingMapper(Mapping mapping, Readings readings, MomentReader times, PlaceReader places) {
    this.mapping = mapping;
    this.readings = readings;
    this.times = times;
    this.places = places;
  }

  @Override
  public List<Event> map(Row row, Memory memory) throws RowRefusedException {
    String device = readings.device().text(row);
    if (device.isEmpty()) {
      throw row.refusal(RowNote.NO_ID, readings.device());
    }
    Instant moment = moment(row);
    ObjectNode place = JsonNodeFactory.instance.objectNode();
    places.put(row, place);
    List<Event> events = new ArrayList<>();
    for (Measure measure : readings.measures()) {
      value(row, measure.value())
          .ifPresent(value -> events.add(event(row, device, moment, measure, value, place)));
    }
    if (events.isEmpty()) {
      throw row.refusal(RowNote.NO_VALUE, readings.measures().get(0).value());
    }
    return switch (memory.meet(device + "@" + moment, events)) {
      case FIRST -> events;
      case SAME -> throw row.refusal(RowNote.REPEATED_ROW, readings.time());
      case OTHER -> throw row.refusal(RowNote.REPEATED_ID, readings.time());
    };
  }

  private Instant moment(Row row) throws RowRefusedException {
    Instant start =
        times
            .read(row, readings.time(), "opened")
            .orElseThrow(() -> row.refusal(RowNote.NO_OPENING_TIME, readings.time()))
            .moment();
    if (readings.offsetSeconds().isNone()) {
      return start;
    }
    BigDecimal offset =
        number(readings.offsetSeconds().text(row))
            .orElseThrow(() -> row.refusal(RowNote.UNREADABLE_TIME, readings.offsetSeconds()));
    long milliseconds = Math.round(offset.doubleValue() * 1_000);
    return start.plus(milliseconds, ChronoUnit.MILLIS);
  }

  private Optional<BigDecimal> value(Row row, Field field) {
    String text = field.text(row);
    if (text.isEmpty() || readings.blank().contains(Words.normal(text))) {
      row.note(RowNote.NO_VALUE, field);
      return Optional.empty();
    }
    Optional<BigDecimal> value = number(text);
    if (value.isEmpty()) {
      row.note(RowNote.BAD_VALUE, field);
    }
    return value;
  }

  private Event event(
      Row row, String device, Instant moment, Measure measure, BigDecimal value, ObjectNode place) {
    String metric = measure.metric().text(row);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("kind", readings.kind()).put("metric", metric);
    data.put("value", value.doubleValue()).put("unit", measure.unit());
    data.setAll(place);
    return new Event(
        mapping.source(),
        device + "/" + metric + "/" + moment,
        EventType.DEVICE_TELEMETRY,
        readings.device().prefix() + device,
        moment,
        data);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
