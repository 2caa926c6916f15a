package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import java.util.List;

/** Turns a row into its events. Thread-safe; the memory belongs to one reading of the files. */
interface RowMapper {

  /**
   * The events of this row, never none.
   *
   * @throws RowRefusedException when it gives none
   */
  List<Event> map(Row row, Memory memory) throws RowRefusedException;
}
