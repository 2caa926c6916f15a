package city.chengmai.ingest.row;

import java.util.Objects;

/**
 * One row for one table, ready for ClickHouse. The array is not copied: written once, read once.
 *
 * @param table where it goes
 * @param entity id of the entity it is about, the Kafka key
 * @param row the row in RowBinary
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
public record Fact(FactTable table, String entity, byte[] row) {

  /** Refuses nulls. */
  public Fact {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(row, "row");
  }
}
