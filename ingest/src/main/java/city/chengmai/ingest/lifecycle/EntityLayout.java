package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.row.FactTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How an entity becomes a row: its table, the columns in order, and what of the events they need.
 *
 * @param table where the row goes
 * @param columns one for each column of the table
 * @param members members of the payloads that the columns show
 * @param marks values whose first time the columns show
 */
record EntityLayout(
    FactTable table, List<Column> columns, Set<String> members, Set<Entity.Mark> marks) {

  static EntityLayout of(FactTable table, List<Column> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    if (!names.equals(table.columns())) {
      throw new IllegalArgumentException(
          table.tableName() + " has the columns " + table.columns() + ", its layout " + names);
    }
    Set<String> members = new LinkedHashSet<>();
    Set<Entity.Mark> marks = new LinkedHashSet<>();
    for (Column column : columns) {
      column.member().ifPresent(members::add);
      column.mark().ifPresent(marks::add);
    }
    return new EntityLayout(table, List.copyOf(columns), members, marks);
  }
}
