package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Boards of the wall as people wrote them. */
public final class BoardQueries {

  /**
   * An edition; the components are the columns of the table.
   *
   * @param restores published edition that it publishes anew, 0: the shipped one; null: none
   */
  public record EditionRow(
      String boardId,
      int edition,
      String editionId,
      String state,
      String text,
      Integer restores,
      String actor,
      Instant madeAt) {}

  private final Store store;

  /** Questions to this store. */
  public BoardQueries(Store store) {
    this.store = store;
  }

  /** The latest published edition and the latest draft of every board, by board, latest first. */
  public List<EditionRow> heads() {
    return store.rows("board-heads", EditionRow.class, Map.of());
  }

  /** The editions of a board that hold, latest first. */
  public List<EditionRow> editions(String board) {
    return store.rows("board-editions", EditionRow.class, Map.of("board", board));
  }
}
