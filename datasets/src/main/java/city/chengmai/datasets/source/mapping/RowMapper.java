package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.FeedRecord;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** Maps one row to its events. Thread-safe. */
final class RowMapper {

  private static final int MOST_SLUGS = 10_000;

  private final Mapping mapping;
  private final LocalTimes times;
  private final PlaceReader places;
  private final Set<String> categories;

  /** Categories repeat from row to row, and making an id of one costs more than the rest. */
  private final Map<String, String> slugs = new ConcurrentHashMap<>();

  RowMapper(Mapping mapping, ZoneId cityZone, AreaTree areas, List<Category> categories) {
    this.mapping = mapping;
    this.times = mapping.times().reader(cityZone);
    this.places = new PlaceReader(mapping, new AreaNames(areas));
    this.categories = categories.stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The record of this row: its events, or a refusal. */
  FeedRecord map(CSVRecord cells, long position) {
    try {
      Row row = new Row(cells);
      String id = row.text(mapping.caseId().column());
      if (id.isEmpty()) {
        throw new RowRefusedException(RowNote.NO_ID);
      }
      CaseTimes moments = CaseTimes.of(row, mapping, times);
      CaseEvents events = new CaseEvents(mapping, id, moments);
      return new FeedRecord(
          position, events.of(report(row), row.text(mapping.unit())), row.notes());
    } catch (RowRefusedException e) {
      return new FeedRecord(position, List.of(), List.of(e.note().refusal()));
    }
  }

  private ObjectNode report(Row row) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("category", category(row));
    report.put("channel", channel(row));
    putText(report, "kind", mapping.kind());
    putText(report, "description", row.text(mapping.description()));
    putText(report, "address", row.text(mapping.address()));
    places.put(row, report);
    return report;
  }

  private String category(Row row) {
    String path =
        mapping.category().columns().stream()
            .map(row::text)
            .map(this::slug)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    if (path.isEmpty()) {
      row.note(RowNote.NO_CATEGORY);
      return mapping.category().fallback();
    }
    if (!categories.contains(path)) {
      row.note(RowNote.UNKNOWN_CATEGORY);
    }
    return path;
  }

  private String slug(String text) {
    return slugs.size() < MOST_SLUGS ? slugs.computeIfAbsent(text, Words::slug) : Words.slug(text);
  }

  private String channel(Row row) {
    Mapping.Vocabulary channel = mapping.channel();
    String otherwise = channel.fallback().isEmpty() ? "other" : channel.fallback();
    if (channel.column().isEmpty()) {
      return otherwise;
    }
    return channel
        .ours(row.text(channel.column()))
        .orElseGet(
            () -> {
              row.note(RowNote.UNKNOWN_CHANNEL);
              return otherwise;
            });
  }

  private static void putText(ObjectNode node, String key, String text) {
    if (!text.isEmpty()) {
      node.put(key, text);
    }
  }
}
