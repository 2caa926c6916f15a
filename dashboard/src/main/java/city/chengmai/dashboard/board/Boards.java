package city.chengmai.dashboard.board;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boards that walls show: of each the latest edition that was published. Reading never blocks;
 * {@link #refresh} does. Thread-safe.
 */
public final class Boards {

  private static final Logger LOG = LoggerFactory.getLogger(Boards.class);

  /**
   * A board that is shown.
   *
   * @param edition 0: as shipped
   * @param text its YAML
   * @param board the same, read
   */
  public record Published(String id, int edition, String text, WallBoard board) {}

  private final BoardJournal journal;
  private volatile Map<String, Published> shown = shipped();

  /** The shipped boards, until the journal is read for the first time. */
  public Boards(BoardJournal journal) {
    this.journal = requireNonNull(journal, "journal");
  }

  /** Boards by id. */
  public Map<String, Published> shown() {
    return shown;
  }

  /** Reads the journal again; a board whose text cannot be read stays as it was. */
  public synchronized Map<String, Published> refresh() {
    Map<String, Published> next = new LinkedHashMap<>();
    journal
        .heads()
        .forEach(
            (id, heads) ->
                heads.stream()
                    .filter(BoardEdition::published)
                    .findFirst()
                    .flatMap(this::published)
                    .ifPresent(board -> next.put(id, board)));
    shown = next;
    return next;
  }

  private Optional<Published> published(BoardEdition edition) {
    Published before = shown.get(edition.boardId());
    if (before != null
        && before.edition() == edition.edition()
        && before.text().equals(edition.text())) {
      return Optional.of(before);
    }
    BoardReader.Reading reading = BoardReader.read(edition.text());
    if (reading.board().isEmpty()) {
      // Written by another version of this program: better the board that was there than none.
      List<BoardFault> faults = reading.faults();
      LOG.warn("board {} edition {}: {}", edition.boardId(), edition.edition(), faults);
      return Optional.ofNullable(before);
    }
    return reading
        .board()
        .map(board -> new Published(edition.boardId(), edition.edition(), edition.text(), board));
  }

  private static Map<String, Published> shipped() {
    Map<String, Published> boards = new LinkedHashMap<>();
    ShippedBoards.all()
        .forEach(
            (id, text) ->
                boards.put(
                    id, new Published(id, 0, text, BoardReader.read(text).board().orElseThrow())));
    return boards;
  }
}
