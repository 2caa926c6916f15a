package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Maps a row that is one case. Thread-safe. */
final class CaseMapper implements RowMapper {

  private final Mapping mapping;
  private final MomentReader times;
  private final PlaceReader places;
  private final CategoryReader categories;
  private final LongSet elsewhere;

  /** A mapper that notices the ids whose hashes another source has. */
  CaseMapper(
      Mapping mapping,
      MomentReader times,
      PlaceReader places,
      CategoryReader categories,
      LongSet elsewhere) {
    this.mapping = mapping;
    this.times = times;
    this.places = places;
    this.categories = categories;
    this.elsewhere = elsewhere;
  }

  @Override
  public List<Event> map(Row row, Memory memory) throws RowRefusedException {
    String id = mapping.caseId().text(row);
    if (id.isEmpty()) {
      throw row.refusal(RowNote.NO_ID, mapping.caseId());
    }
    if (elsewhere.contains(Hashes.bits(id))) {
      row.note(RowNote.KNOWN_ELSEWHERE, mapping.caseId(), mapping.rules().knownElsewhere());
    }
    CaseTimes moments = CaseTimes.of(row, mapping, times);
    String unit = unit(row);
    List<Event> events = new CaseEvents(mapping, id, moments).of(report(row), unit);
    Memory.Meeting meeting = memory.meet(id, events);
    boolean ended = moments.ended().isPresent() && !moments.state().equals("reopened");
    CaseSketch now = CaseSketch.of(ended, moments.state().equals("reopened"), unit);
    return switch (meeting) {
      case FIRST -> remember(id, now, memory, events);
      case SAME -> throw row.refusal(RowNote.REPEATED_ROW, mapping.caseId());
      case OTHER -> repeated(row, id, moments, now, memory);
    };
  }

  private List<Event> remember(String id, CaseSketch now, Memory memory, List<Event> events) {
    if (mapping.rules().repeatedId() == Rules.Action.UPDATE) {
      memory.sketch(id, now);
    }
    return events;
  }

  private List<Event> repeated(Row row, String id, CaseTimes moments, CaseSketch now, Memory memory)
      throws RowRefusedException {
    Optional<CaseSketch> before = memory.sketch(id);
    if (before.isEmpty()) {
      throw row.refusal(RowNote.REPEATED_ID, mapping.caseId());
    }
    CaseEvents changes = new CaseEvents(mapping, id, moments);
    boolean reopened = reopen(row, before.get(), now, moments.updated(), changes);
    reassign(row, before.get(), now, moments.updated(), changes);
    boolean wasOpen = !before.get().ended() || reopened;
    if (wasOpen && now.ended()) {
      changes.close(before.get().reopened());
    }
    if (changes.events().isEmpty()) {
      throw row.refusal(RowNote.REPEATED_ID, mapping.caseId());
    }
    boolean ended = wasOpen ? now.ended() : before.get().ended();
    memory.sketch(id, CaseSketch.of(ended, before.get().reopened() || reopened, now.unitName()));
    return changes.events();
  }

  private boolean reopen(
      Row row, CaseSketch before, CaseSketch now, Optional<Instant> moment, CaseEvents changes) {
    if (!before.ended() || now.ended()) {
      return false;
    }
    row.note(moment.isPresent() ? RowNote.REOPENED : RowNote.CHANGE_WITHOUT_TIME, mapping.status());
    moment.ifPresent(changes::reopen);
    return moment.isPresent();
  }

  private void reassign(
      Row row, CaseSketch before, CaseSketch now, Optional<Instant> moment, CaseEvents changes) {
    boolean other = before.unit() != now.unit() && !now.unitName().isEmpty();
    if (!other || now.ended() || !mapping.openingEvents().contains(EventType.CASE_DISPATCHED)) {
      return;
    }
    row.note(moment.isPresent() ? RowNote.REASSIGNED : RowNote.CHANGE_WITHOUT_TIME, mapping.unit());
    moment.ifPresent(at -> changes.reassign(at, now.unitName()));
  }

  private String unit(Row row) {
    Field unit = mapping.unit();
    String text = unit.text(row);
    boolean used = mapping.openingEvents().contains(EventType.CASE_DISPATCHED);
    if (used && !unit.isNone() && text.isEmpty()) {
      row.note(RowNote.NO_UNIT, unit);
    } else if (used && !unit.values().isEmpty() && unit.known(unit.theirs(row)).isEmpty()) {
      row.note(RowNote.UNKNOWN_UNIT, unit);
    }
    return text;
  }

  private ObjectNode report(Row row) throws RowRefusedException {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("category", categories.read(row));
    report.put("channel", channel(row));
    putText(report, "kind", mapping.kind());
    putText(report, "description", mapping.description().text(row));
    putText(report, "address", mapping.address().text(row));
    places.put(row, report);
    return report;
  }

  private String channel(Row row) {
    Field channel = mapping.channel();
    String otherwise = channel.fallback().isEmpty() ? "other" : channel.fallback();
    if (channel.isNone()) {
      return otherwise;
    }
    String theirs = channel.theirs(row);
    // A constant needs no vocabulary: it is ours already.
    Optional<String> ours =
        channel.constant().isEmpty() ? channel.known(theirs) : Optional.of(theirs);
    if (ours.isEmpty()) {
      row.note(RowNote.UNKNOWN_CHANNEL, channel);
    }
    return ours.orElse(otherwise);
  }

  private static void putText(ObjectNode node, String key, String text) {
    if (!text.isEmpty()) {
      node.put(key, text);
    }
  }
}
