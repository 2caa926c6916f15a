package city.chengmai.dashboard.board;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One edition of a board (版本).
 *
 * @param boardId of the board
 * @param edition from 1; 0: the one that is shipped
 * @param published false: a draft
 * @param text YAML
 * @param restores published edition that it publishes anew
 * @param actor who wrote it, as others see it
 * @param madeAt real time
 */
public record BoardEdition(
    String boardId,
    int edition,
    boolean published,
    String text,
    Optional<Integer> restores,
    String actor,
    Instant madeAt) {

  /** Checks that nothing is missing. */
  public BoardEdition {
    requireNonNull(boardId, "boardId");
    requireNonNull(text, "text");
    requireNonNull(restores, "restores");
  }

  static BoardEdition shipped(String id, String text) {
    return new BoardEdition(id, 0, true, text, Optional.empty(), "", Instant.EPOCH);
  }
}
