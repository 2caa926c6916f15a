package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.RowWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Folds the events of an entity without refusing any: whatever is told is kept, and what was not
 * told yet stays empty. See {@link Entity} for how events that come out of order are taken.
 */
final class EntityFold implements Fold {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, EventType> TYPES =
      Arrays.stream(EventType.values())
          .collect(Collectors.toMap(EventType::localName, Function.identity()));

  private final EntityLayout layout;
  private final BiFunction<String, Entity, Standing> standing;

  /** Of entities that no clock runs on. */
  EntityFold(EntityLayout layout) {
    this(layout, (id, entity) -> null);
  }

  EntityFold(EntityLayout layout, BiFunction<String, Entity, Standing> standing) {
    this.layout = layout;
    this.standing = standing;
  }

  @Override
  public String stateKey(Sighting sighting) {
    return layout.table().tableName() + "/" + sighting.event().subject();
  }

  @Override
  public Folded fold(byte[] state, Sighting sighting, RowWriter writer) {
    Entity entity = state == null ? new Entity() : read(state);
    entity.take(sighting, layout);
    layout.columns().forEach(column -> column.cell().write(entity, sighting, writer));
    Fact fact = new Fact(layout.table(), sighting.event().subject(), writer.toRow());
    Standing stands = standing.apply(sighting.event().subject(), entity);
    return new Folded(write(entity), fact, entity.place, stands);
  }

  private static byte[] write(Entity entity) {
    StateWriter out = new StateWriter();
    out.text(entity.source).moment(entity.firstAt).moment(entity.updatedAt).count(entity.events);
    boolean placed = !entity.place.isUnknown();
    out.place(entity.place).moment(placed ? entity.placeAt : null);
    out.count(entity.mentions.size());
    entity.mentions.forEach(
        (member, mention) ->
            out.text(member).moment(mention.at()).text(mention.value().toString()));
    out.count(entity.times.size());
    entity.times.forEach(
        (type, times) ->
            out.text(type.localName())
                .moment(times.first())
                .moment(times.last())
                .count(times.count()));
    out.count(entity.marks.size());
    entity.marks.forEach((mark, at) -> out.text(mark.member()).text(mark.value()).moment(at));
    return out.toBytes();
  }

  private static Entity read(byte[] state) {
    StateReader in = new StateReader(state);
    Entity entity = new Entity();
    entity.source = in.text();
    entity.firstAt = in.moment();
    entity.updatedAt = in.moment();
    entity.events = in.count();
    entity.place = in.place();
    Instant placeAt = in.moment();
    entity.placeAt = placeAt == null ? Instant.MIN : placeAt;
    for (int left = in.count(); left > 0; left--) {
      entity.mentions.put(in.text(), new Entity.Mention(in.moment(), json(in.text())));
    }
    for (int left = in.count(); left > 0; left--) {
      EventType type = type(in.text());
      entity.times.put(type, new Entity.Times(in.moment(), in.moment(), in.count()));
    }
    for (int left = in.count(); left > 0; left--) {
      entity.marks.put(new Entity.Mark(in.text(), in.text()), in.moment());
    }
    return entity;
  }

  private static EventType type(String localName) {
    EventType type = TYPES.get(localName);
    if (type == null) {
      throw new StateFormatException("entity state names the unknown type " + localName, null);
    }
    return type;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new StateFormatException("entity state holds broken JSON", e);
    }
  }
}
