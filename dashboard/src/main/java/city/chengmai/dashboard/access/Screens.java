package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.AccessQueries;
import city.chengmai.dashboard.query.AccessQueries.ScreenRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Screens and their tokens as the city's store holds them. Blocking and thread-safe. */
public final class Screens {

  private final AccessQueries queries;
  private final TableWriter writer;

  /** Screens over these queries and this writer. */
  public Screens(AccessQueries queries, TableWriter writer) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
  }

  /** All of them, latest change first. */
  public List<Screen> all() {
    return queries.screens().stream().map(Screens::screen).flatMap(Optional::stream).toList();
  }

  /** The screen that holds this token, revoked or not. */
  public Optional<Screen> find(String token) {
    return token.isEmpty()
        ? Optional.empty()
        : queries.screen(SecretToken.hash(token)).flatMap(Screens::screen);
  }

  /** Makes a screen; its token, which is kept nowhere and shown once. */
  public String add(String name, Board board, String by, Instant now) {
    String token = SecretToken.make();
    write(
        new ScreenRow(
            UUID.randomUUID().toString(),
            name,
            board.wireName(),
            SecretToken.hash(token),
            0,
            by,
            now));
    return token;
  }

  /** Revokes the token of a screen; the screen, or empty when there is none of this id. */
  public Optional<Screen> revoke(String id, String by, Instant now) {
    Optional<ScreenRow> found =
        queries.screens().stream().filter(row -> row.screenId().equals(id)).findFirst();
    found.ifPresent(
        row -> write(new ScreenRow(id, row.name(), row.board(), row.tokenHash(), 1, by, now)));
    return found.flatMap(Screens::screen);
  }

  private void write(ScreenRow screen) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("screen_id", screen.screenId());
    row.put("name", screen.name());
    row.put("board", screen.board());
    row.put("token_hash", screen.tokenHash());
    row.put("revoked", screen.revoked());
    row.put("changed_by", screen.changedBy());
    row.put("changed_at", screen.changedAt());
    // A token that was revoked stays so, whatever a clock says.
    row.put("version", screen.revoked() == 0 ? 1 : 2);
    writer.insert("screens", List.of(row));
  }

  private static Optional<Screen> screen(ScreenRow row) {
    return Board.of(row.board())
        .map(
            board ->
                new Screen(
                    row.screenId(),
                    row.name(),
                    board,
                    row.revoked() != 0,
                    row.changedBy(),
                    row.changedAt()));
  }
}
