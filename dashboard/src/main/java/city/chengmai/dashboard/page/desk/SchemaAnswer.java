package city.chengmai.dashboard.page.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The schema as completion wants it: table name to column names.
 *
 * @param tables all tables
 */
record SchemaAnswer(List<SchemaSnapshot.Table> tables) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String json() {
    ObjectNode answer = JSON.createObjectNode();
    for (SchemaSnapshot.Table table : tables) {
      ArrayNode columns = answer.putArray(table.name());
      table.columns().forEach(column -> columns.add(column.name()));
    }
    return answer.toString();
  }
}
