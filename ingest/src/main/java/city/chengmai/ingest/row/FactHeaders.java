package city.chengmai.ingest.row;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The header {@code table} of a fact: name of the table and number of its row layout. */
public final class FactHeaders {

  /** Name of the header. */
  public static final String NAME = "table";

  private static final Map<FactTable, Header> BY_TABLE = new EnumMap<>(FactTable.class);
  private static final Map<String, FactTable> BY_VALUE = new HashMap<>();

  static {
    for (FactTable table : FactTable.values()) {
      String value = table.tableName() + "/" + table.layout();
      BY_TABLE.put(table, new RecordHeader(NAME, value.getBytes(StandardCharsets.UTF_8)));
      BY_VALUE.put(value, table);
    }
  }

  private FactHeaders() {}

  /** The header that a fact for this table carries. */
  public static Header of(FactTable table) {
    return BY_TABLE.get(table);
  }

  /** The table of a record, or null when its header is missing or names no layout known here. */
  public static FactTable table(Headers headers) {
    Header header = headers.lastHeader(NAME);
    return header == null ? null : BY_VALUE.get(new String(header.value(), StandardCharsets.UTF_8));
  }
}
