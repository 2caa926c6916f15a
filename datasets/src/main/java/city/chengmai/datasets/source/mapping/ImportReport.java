package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a reading of files came to: rows as they are, rows where something had to be decided, rows
 * refused, each with reasons; events by type. Used by one thread.
 */
public final class ImportReport {

  private static final int EXAMPLES_A_REASON = 3;

  private final Map<String, Long> events = new TreeMap<>();
  private final Map<String, Long> adjusted = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, Integer> shown = new TreeMap<>();
  private final List<Example> examples = new ArrayList<>();
  private long rows;
  private long rowsMapped;
  private long rowsAdjusted;
  private long rowsRefused;
  private long vanished;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  /**
   * One of the first rows of a reason.
   *
   * @param file its file
   * @param row its number there
   * @param finding what was found
   */
  public record Example(String file, long row, Finding finding) {

    /** For people: file, row, column, what was seen and what was expected. */
    public String line(UnaryOperator<String> mask) {
      StringBuilder line = new StringBuilder(file).append(", row ").append(row);
      if (!finding.column().isEmpty()) {
        line.append(", column ").append(finding.column());
        line.append(": seen \"").append(mask.apply(finding.seen())).append('"');
      }
      line.append(", expected ").append(finding.expected());
      return line.append(" (").append(finding.wireName()).append(')').toString();
    }
  }

  /** Counts a row. */
  public void add(MappedRow row) {
    rows++;
    if (row.events().isEmpty()) {
      rowsRefused++;
    } else if (row.findings().isEmpty()) {
      rowsMapped++;
    } else {
      rowsAdjusted++;
    }
    for (Event event : row.events()) {
      events.merge(event.type().localName(), 1L, Long::sum);
      first = event.time().isBefore(first) ? event.time() : first;
      last = event.time().isAfter(last) ? event.time() : last;
    }
    for (Finding finding : row.findings()) {
      (finding.refused() ? refused : adjusted).merge(finding.note().wireName(), 1L, Long::sum);
      if (shown.merge(finding.wireName(), 1, Integer::sum) <= EXAMPLES_A_REASON) {
        examples.add(new Example(row.file(), row.number(), finding));
      }
    }
  }

  /** Notes how many cases the last of several snapshots does not list any more. */
  public void vanished(long count) {
    vanished = count;
  }

  /** Rows read. */
  public long rows() {
    return rows;
  }

  /** Rows that gave events and no note. */
  public long rowsMapped() {
    return rowsMapped;
  }

  /** Rows that gave events, but something was defaulted, dropped or decided. */
  public long rowsAdjusted() {
    return rowsAdjusted;
  }

  /** Rows that gave no events. */
  public long rowsRefused() {
    return rowsRefused;
  }

  /** Events by type without prefix. */
  public Map<String, Long> events() {
    return Map.copyOf(events);
  }

  /** What was decided, by note; one row can have several. */
  public Map<String, Long> adjusted() {
    return Map.copyOf(adjusted);
  }

  /** Why rows were refused. */
  public Map<String, Long> refused() {
    return Map.copyOf(refused);
  }

  /** Cases that the last of several snapshots does not list any more. */
  public long vanished() {
    return vanished;
  }

  /** When the first event happened. */
  public Optional<Instant> first() {
    return events.isEmpty() ? Optional.empty() : Optional.of(first);
  }

  /** When the last event happened. */
  public Optional<Instant> last() {
    return events.isEmpty() ? Optional.empty() : Optional.of(last);
  }

  /** The first rows of each reason. */
  public List<Example> examples() {
    return List.copyOf(examples);
  }

  /**
   * The report as JSON.
   *
   * @param mask what to do with values before anybody reads them
   */
  public ObjectNode toJson(UnaryOperator<String> mask) {
    ObjectNode json = new JsonMapper().createObjectNode();
    json.put("rows", rows).put("rowsMapped", rowsMapped);
    json.put("rowsAdjusted", rowsAdjusted).put("rowsRefused", rowsRefused);
    put(json.putObject("events"), events);
    put(json.putObject("adjusted"), adjusted);
    put(json.putObject("refused"), refused);
    json.put("vanished", vanished);
    json.put("first", first().map(Instant::toString).orElse(null));
    json.put("last", last().map(Instant::toString).orElse(null));
    ArrayNode lines = json.putArray("examples");
    examples.forEach(example -> lines.add(example.line(mask)));
    return json;
  }

  private static void put(ObjectNode json, Map<String, Long> counts) {
    counts.forEach(json::put);
  }
}
