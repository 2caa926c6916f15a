package city.chengmai.dashboard.page.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a statement returned, cut at the limit.
 *
 * @param columns in order
 * @param rows one array a row; 64-bit integers are strings, so that a browser keeps every digit
 * @param truncated true when there was more than the limit
 * @param bytes memory that the rows take, about
 */
record ResultTable(List<ResultColumn> columns, List<JsonNode> rows, boolean truncated, long bytes) {

  ResultTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
