package city.chengmai.analytics.job;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What data there is. The contents of each day are compared, not ingest times: rows are written by
 * several threads, and those with an older ingest time may come later. Contents are summed up only
 * where the server's list of parts says that something was written.
 *
 * @param tables the mark of each table
 */
public record DataMark(Map<SourceTable, TableMark> tables) {

  /** Knows nothing yet. */
  static final DataMark NONE = new DataMark(Map.of());

  // Merging parts keeps the largest block number; an insert raises it, a mutation its own number.
  private static final String PULSES =
      """
      SELECT table, toString(sum(cityHash64(partition_id, blocks, mutation))) AS pulse
      FROM
      (
          SELECT table, partition_id, max(max_block_number) AS blocks,
                 max(toUInt64OrZero(extract(name, '^[^_]+_\\\\d+_\\\\d+_\\\\d+_(\\\\d+)$'))) AS mutation
          FROM system.parts
          WHERE active AND database = currentDatabase() AND table IN (%s)
          GROUP BY table, partition_id
      )
      GROUP BY table
      """;

  /** Copies the marks. */
  public DataMark {
    tables = Map.copyOf(tables);
  }

  /** Reads what moved since an earlier mark, and takes over the rest from it. */
  static DataMark read(ClickHouseClient client, DataMark before) {
    // First, so that a row that comes in between moves the pulse of the next look.
    Map<String, String> pulses = pulses(client);
    Map<SourceTable, TableMark> tables = new EnumMap<>(SourceTable.class);
    for (SourceTable table : SourceTable.values()) {
      String pulse = pulses.getOrDefault(table.table(), "");
      TableMark known = before.mark(table);
      tables.put(table, known.has(pulse) ? known : contents(client, table, pulse));
    }
    return new DataMark(tables);
  }

  private static Map<String, String> pulses(ClickHouseClient client) {
    String names =
        Arrays.stream(SourceTable.values())
            .map(table -> QueryText.quoted(table.table()))
            .collect(Collectors.joining(", "));
    Map<String, String> pulses = new HashMap<>();
    for (ObjectNode row : client.rows(PULSES.formatted(names))) {
      pulses.put(row.get("table").asText(), row.get("pulse").asText());
    }
    return pulses;
  }

  private static TableMark contents(ClickHouseClient client, SourceTable table, String pulse) {
    Instant latest = Instant.EPOCH;
    Map<LocalDate, String> contents = new HashMap<>();
    for (ObjectNode row : client.rows(table.query())) {
      Instant recorded = Stamp.moment(row.get("latest").asText());
      latest = recorded.isAfter(latest) ? recorded : latest;
      contents.put(LocalDate.parse(row.get("begun").asText()), row.get("content").asText());
    }
    return new TableMark(pulse, latest, contents);
  }

  TableMark mark(SourceTable table) {
    return tables.getOrDefault(table, TableMark.EMPTY);
  }

  /** The tables that hold nothing; none of them as long as nothing is known. */
  Set<SourceTable> empty() {
    return tables.entrySet().stream()
        .filter(table -> table.getValue().contents().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Latest ingest time of a row, the epoch while there is none. */
  public Instant latest() {
    return tables.values().stream()
        .map(TableMark::latest)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** Whether both saw the same data, whatever was written twice in between. */
  public boolean sameData(DataMark other) {
    return Arrays.stream(SourceTable.values())
        .allMatch(table -> mark(table).contents().equals(other.mark(table).contents()));
  }

  /** Whether both saw the same areas: scores compare areas with their peers. */
  boolean sameAreas(DataMark other) {
    return mark(SourceTable.AREAS).contents().equals(other.mark(SourceTable.AREAS).contents());
  }

  /**
   * First day whose windows can be touched by what came between this mark and a later one; empty
   * when nothing changed.
   */
  Optional<LocalDate> firstTouchedDay(DataMark later) {
    return Arrays.stream(SourceTable.values())
        .flatMap(table -> later.mark(table).changedSince(mark(table)).map(SourceTable::touched))
        .min(LocalDate::compareTo);
  }
}
