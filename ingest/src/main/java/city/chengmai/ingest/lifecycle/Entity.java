package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.place.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * An entity as its events tell it: of each member the latest mention, of each type how often and
 * when it came, of each mark when it was first reached. Every part is a latest, an earliest or a
 * count, so that the order of arrival makes no difference. A revision has the time of what it
 * revises and so replaces what it mentions; it is not counted, and what it no longer mentions
 * stays. Mutable and short-lived.
 */
final class Entity {

  /**
   * A member that had a value.
   *
   * @param member name in the payload
   * @param value text that it must have
   */
  record Mark(String member, String value) {}

  /** What the latest event that has a member says of it. */
  record Mention(Instant at, JsonNode value) {}

  /** When the events of one type happened. */
  record Times(Instant first, Instant last, int count) {
    Times with(Instant at) {
      return new Times(at.isBefore(first) ? at : first, at.isAfter(last) ? at : last, count + 1);
    }
  }

  final Map<String, Mention> mentions = new HashMap<>();
  final Map<EventType, Times> times = new EnumMap<>(EventType.class);
  final Map<Mark, Instant> marks = new HashMap<>();
  String source = "";
  Instant firstAt = Instant.MAX;
  Instant updatedAt = Instant.MIN;
  Place place = Place.UNKNOWN;
  Instant placeAt = Instant.MIN;
  int events;

  void take(Sighting sighting, EntityLayout layout) {
    Event event = sighting.event();
    Instant at = event.time();
    events++;
    if (at.isBefore(firstAt)) {
      firstAt = at;
      source = event.source();
    }
    updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    if (!sighting.place().isUnknown() && !at.isBefore(placeAt)) {
      place = sighting.place();
      placeAt = at;
    }
    Times before = times.get(event.type());
    if (before == null || !sighting.isRevision()) {
      times.put(event.type(), before == null ? new Times(at, at, 1) : before.with(at));
    }
    layout.members().forEach(member -> mention(member, event.data().get(member), at));
    layout.marks().forEach(mark -> reach(mark, sighting));
  }

  private void mention(String member, JsonNode value, Instant at) {
    Mention before = mentions.get(member);
    if (value != null && (before == null || !at.isBefore(before.at()))) {
      mentions.put(member, new Mention(at, value));
    }
  }

  private void reach(Mark mark, Sighting sighting) {
    if (sighting.text(mark.member()).equals(mark.value())) {
      marks.merge(mark, sighting.event().time(), (one, two) -> one.isBefore(two) ? one : two);
    }
  }

  /** The latest value of a member, null when no event has it. */
  JsonNode value(String member) {
    Mention mention = mentions.get(member);
    return mention == null ? null : mention.value();
  }

  /** The type that happened last; of two at one moment the later in the life of the entity. */
  EventType latestType() {
    EventType latest = null;
    for (Map.Entry<EventType, Times> entry : times.entrySet()) {
      boolean later = latest == null || !entry.getValue().last().isBefore(times.get(latest).last());
      latest = later ? entry.getKey() : latest;
    }
    return latest;
  }
}
