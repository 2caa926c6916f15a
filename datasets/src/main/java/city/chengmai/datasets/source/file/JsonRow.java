package city.chengmai.datasets.source.file;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/**
 * A row that is a JSON object. A column is a member's name, or, beginning with a slash, a JSON
 * Pointer into it (RFC 6901).
 */
record JsonRow(String file, long number, JsonNode object, RowFault fault) implements SourceRow {

  @Override
  public String cell(String column) {
    JsonNode value = value(column);
    if (value.isContainerNode()) {
      return value.isEmpty() ? "" : value.toString();
    }
    return value.isNull() ? "" : value.asText("").strip();
  }

  /** Always: a member that is left out is blank. */
  @Override
  public boolean has(String column) {
    return true;
  }

  private JsonNode value(String column) {
    if (column.startsWith("/")) {
      return object.at(JsonPointer.compile(column));
    }
    JsonNode value = object.path(column);
    return value.isMissingNode() ? otherSpelling(column) : value;
  }

  private JsonNode otherSpelling(String column) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.equalsIgnoreCase(column)) {
        return object.get(name);
      }
    }
    return object.path(column);
  }
}
