package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Rfc3339;
import city.chengmai.ingest.row.RowWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One column of an entity's row.
 *
 * @param name in the table
 * @param member of the payload that it shows, if it does
 * @param mark whose first time it shows, if it does
 * @param cell writes the value
 */
record Column(String name, Optional<String> member, Optional<Entity.Mark> mark, Cell cell) {

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  /** Writes one value of a row. */
  @FunctionalInterface
  interface Cell {
    void write(Entity entity, Sighting latest, RowWriter writer);
  }

  static Column subject(String name) {
    return plain(name, (entity, latest, writer) -> writer.text(latest.event().subject()));
  }

  static Column source() {
    return plain("source", (entity, latest, writer) -> writer.text(entity.source));
  }

  static Column grid() {
    return plain("grid", (entity, latest, writer) -> writer.text(entity.place.grid()));
  }

  static Column overlayGrid() {
    return plain(
        "overlay_grid", (entity, latest, writer) -> writer.text(entity.place.overlayGrid()));
  }

  static Column longitude() {
    return plain(
        "longitude", (entity, latest, writer) -> writer.optionalDecimal(entity.place.longitude()));
  }

  static Column latitude() {
    return plain(
        "latitude", (entity, latest, writer) -> writer.optionalDecimal(entity.place.latitude()));
  }

  static Column updatedAt() {
    return plain("updated_at", (entity, latest, writer) -> writer.moment(entity.updatedAt));
  }

  static Column recordedAt() {
    return plain("recorded_at", (entity, latest, writer) -> writer.moment(latest.recordedAt()));
  }

  static Column version() {
    return plain("version", (entity, latest, writer) -> writer.count64(entity.events));
  }

  /** The last word of the type that happened last, for example {@code verified}. */
  static Column stage() {
    return plain("stage", (entity, latest, writer) -> writer.text(word(entity.latestType())));
  }

  static Column text(String member) {
    return member(member, (value, writer) -> writer.text(value == null ? "" : value.asText()));
  }

  static Column texts(String member) {
    return member(member, (value, writer) -> writer.texts(list(value)));
  }

  /** All entries of an object, values as text; of two mentions the later one is all of it. */
  static Column map(String member) {
    return member(member, (value, writer) -> writer.map(entries(value)));
  }

  static Column moment(String member) {
    return member(
        member,
        (value, writer) ->
            writer.optionalMoment(value == null ? null : Rfc3339.parse(value.textValue())));
  }

  static Column decimal(String member) {
    return member(
        member,
        (value, writer) ->
            writer.optionalDecimal(value == null ? null : (Double) value.doubleValue()));
  }

  static Column whole(String member) {
    return member(
        member,
        (value, writer) -> writer.optionalCount64(value == null ? null : (Long) value.longValue()));
  }

  static Column flag(String member) {
    return member(
        member,
        (value, writer) ->
            writer.optionalFlag(value == null ? null : (Boolean) value.booleanValue()));
  }

  /** The hash of a person: of the phone when there is one, as callers are told apart by it. */
  static Column person(String name, String member) {
    return new Column(
        name,
        Optional.of(member),
        Optional.empty(),
        (entity, latest, writer) -> writer.text(hash(entity.value(member))));
  }

  /** When the first event of a type happened. */
  static Column first(String name, EventType type) {
    return time(name, type, Entity.Times::first);
  }

  /** When the last event of a type happened. */
  static Column last(String name, EventType type) {
    return time(name, type, Entity.Times::last);
  }

  static Column count(String name, EventType type) {
    return plain(
        name,
        (entity, latest, writer) -> {
          Entity.Times times = entity.times.get(type);
          writer.count16(times == null ? 0 : times.count());
        });
  }

  /** When a member had this value first. */
  static Column when(String name, String member, String value) {
    Entity.Mark mark = new Entity.Mark(member, value);
    return new Column(
        name,
        Optional.empty(),
        Optional.of(mark),
        (entity, latest, writer) -> writer.optionalMoment(entity.marks.get(mark)));
  }

  /** The last word of whichever of these types happened first, empty when none did. */
  static Column firstWord(String name, Set<EventType> types) {
    return plain(
        name,
        (entity, latest, writer) -> writer.text(first(entity, types).map(Column::word).orElse("")));
  }

  /** When the first of these types happened. */
  static Column firstOf(String name, Set<EventType> types) {
    return plain(
        name,
        (entity, latest, writer) ->
            writer.optionalMoment(
                first(entity, types).map(type -> entity.times.get(type).first()).orElse(null)));
  }

  private static Optional<EventType> first(Entity entity, Set<EventType> types) {
    return types.stream()
        .filter(entity.times::containsKey)
        .min((one, two) -> entity.times.get(one).first().compareTo(entity.times.get(two).first()));
  }

  private static Column time(String name, EventType type, Function<Entity.Times, Instant> moment) {
    return plain(
        name,
        (entity, latest, writer) ->
            writer.optionalMoment(
                Optional.ofNullable(entity.times.get(type)).map(moment).orElse(null)));
  }

  private static Column plain(String name, Cell cell) {
    return new Column(name, Optional.empty(), Optional.empty(), cell);
  }

  private static Column member(String member, BiConsumer<JsonNode, RowWriter> cell) {
    String name =
        CAPITAL.matcher(member).replaceAll(found -> "_" + found.group()).toLowerCase(Locale.ROOT);
    return new Column(
        name,
        Optional.of(member),
        Optional.empty(),
        (entity, latest, writer) -> cell.accept(entity.value(member), writer));
  }

  private static String word(EventType type) {
    return type.localName().substring(type.localName().indexOf('.') + 1);
  }

  private static String hash(JsonNode person) {
    if (person == null) {
      return "";
    }
    return person.isTextual()
        ? person.textValue()
        : person.path(person.has("phone") ? "phone" : "identityNumber").asText("");
  }

  private static Map<String, String> entries(JsonNode value) {
    Map<String, String> entries = new TreeMap<>();
    if (value != null) {
      value.properties().forEach(one -> entries.put(one.getKey(), one.getValue().asText()));
    }
    return entries;
  }

  private static List<String> list(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value != null) {
      value.forEach(element -> texts.add(element.asText()));
    }
    return texts;
  }
}
