package city.chengmai.dashboard.board;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.BoardQueries;
import city.chengmai.dashboard.query.BoardQueries.EditionRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps boards, edition by edition; nothing is overwritten. Texts are those of boards that can be
 * read: whoever writes checks them first. Where two processes write one number at once, the earlier
 * holds. Blocking and thread-safe.
 */
public final class BoardJournal {

  /** What ids of boards look like. */
  public static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

  /** What became of a step. */
  public enum Outcome {
    /** It was written. */
    TAKEN,
    /** It had been written before. */
    REPEATED,
    /** Somebody else wrote an edition since. */
    OVERTAKEN,
    /** Nothing to publish: the latest edition is no draft, or that edition was never published. */
    NOTHING,
    /** There is no such board, or for a new one: there is one already. */
    UNKNOWN
  }

  /**
   * What became of a step.
   *
   * @param latest the edition that holds now; empty when unknown
   */
  public record Answer(Outcome outcome, Optional<BoardEdition> latest) {}

  /**
   * Who writes, and on top of what.
   *
   * @param id given by whoever acts; sending it twice counts once
   * @param basedOn edition that was before the eyes; 0 for the shipped one or a new board
   * @param actor as others see it
   */
  public record Step(String id, int basedOn, String actor) {

    /** Checks that nothing is missing. */
    public Step {
      requireNonNull(id, "id");
      requireNonNull(actor, "actor");
    }
  }

  private final BoardQueries queries;
  private final TableWriter writer;
  private final InstantSource clock;

  /**
   * A journal over these queries and this writer.
   *
   * @param clock real time: it decides who was first
   */
  public BoardJournal(BoardQueries queries, TableWriter writer, InstantSource clock) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * The latest edition of every board, and the latest published one where that is another: by
   * board, the shipped boards first.
   */
  public Map<String, List<BoardEdition>> heads() {
    Map<String, List<BoardEdition>> heads = new LinkedHashMap<>();
    ShippedBoards.all().keySet().forEach(id -> heads.put(id, new ArrayList<>()));
    for (EditionRow row : queries.heads()) {
      heads.computeIfAbsent(row.boardId(), id -> new ArrayList<>()).add(of(row));
    }
    ShippedBoards.all()
        .forEach(
            (id, text) -> {
              if (heads.get(id).stream().noneMatch(BoardEdition::published)) {
                heads.get(id).add(BoardEdition.shipped(id, text));
              }
            });
    heads.replaceAll((id, editions) -> standing(editions));
    return heads;
  }

  /** A draft that is older than what was published since says nothing. */
  private static List<BoardEdition> standing(List<BoardEdition> heads) {
    int published =
        heads.stream()
            .filter(BoardEdition::published)
            .mapToInt(BoardEdition::edition)
            .findFirst()
            .orElse(-1);
    return heads.stream().filter(one -> one.edition() >= published).toList();
  }

  /** The editions of a board, latest first, the shipped one last; none when it is unknown. */
  public List<BoardEdition> editions(String id) {
    List<BoardEdition> editions = new ArrayList<>();
    queries.editions(id).stream().map(BoardJournal::of).forEach(editions::add);
    Optional.ofNullable(ShippedBoards.all().get(id))
        .ifPresent(text -> editions.add(BoardEdition.shipped(id, text)));
    return editions;
  }

  /** Begins a board that is not there yet, with a draft. */
  public Answer add(String id, Step step, String text) {
    List<BoardEdition> there = editions(id);
    if (!there.isEmpty()) {
      boolean same = queries.editions(id).stream().anyMatch(r -> r.editionId().equals(step.id()));
      return new Answer(same ? Outcome.REPEATED : Outcome.UNKNOWN, there.stream().findFirst());
    }
    return taken(step, edition(id, 1, false, text, Optional.empty(), step));
  }

  /** Keeps a draft. */
  public Answer save(String id, Step step, String text) {
    return next(
        id,
        step,
        latest ->
            Optional.of(edition(id, latest.edition() + 1, false, text, Optional.empty(), step)));
  }

  /** Publishes the draft. */
  public Answer publish(String id, Step step) {
    return next(
        id,
        step,
        latest ->
            latest.published()
                ? Optional.empty()
                : Optional.of(
                    edition(
                        id, latest.edition() + 1, true, latest.text(), Optional.empty(), step)));
  }

  /** Publishes an earlier published edition anew; 0: the shipped one. */
  public Answer restore(String id, Step step, int edition) {
    Optional<BoardEdition> wanted =
        editions(id).stream()
            .filter(one -> one.published() && one.edition() == edition)
            .findFirst();
    return next(
        id,
        step,
        latest ->
            wanted.map(
                one ->
                    edition(
                        id, latest.edition() + 1, true, one.text(), Optional.of(edition), step)));
  }

  private BoardEdition edition(
      String id,
      int number,
      boolean published,
      String text,
      Optional<Integer> restores,
      Step step) {
    return new BoardEdition(id, number, published, text, restores, step.actor(), clock.instant());
  }

  private Answer next(String id, Step step, Function<BoardEdition, Optional<BoardEdition>> made) {
    Optional<BoardEdition> latest = editions(id).stream().findFirst();
    if (latest.isEmpty()) {
      return new Answer(Outcome.UNKNOWN, latest);
    }
    if (queries.editions(id).stream().anyMatch(row -> row.editionId().equals(step.id()))) {
      return new Answer(Outcome.REPEATED, latest);
    }
    if (latest.get().edition() != step.basedOn()) {
      return new Answer(Outcome.OVERTAKEN, latest);
    }
    return made.apply(latest.get())
        .map(edition -> taken(step, edition))
        .orElse(new Answer(Outcome.NOTHING, latest));
  }

  /** Another process may have been a moment earlier: then its edition holds. */
  private Answer taken(Step step, BoardEdition edition) {
    write(step, edition);
    Optional<EditionRow> holds =
        queries.editions(edition.boardId()).stream()
            .filter(row -> row.edition() == edition.edition())
            .findFirst();
    boolean first = holds.filter(row -> row.editionId().equals(step.id())).isPresent();
    return new Answer(first ? Outcome.TAKEN : Outcome.OVERTAKEN, holds.map(BoardJournal::of));
  }

  private void write(Step step, BoardEdition edition) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("board_id", edition.boardId());
    row.put("edition", edition.edition());
    row.put("edition_id", step.id());
    row.put("based_on", step.basedOn());
    row.put("state", edition.published() ? "published" : "draft");
    row.put("text", edition.text());
    row.put("restores", edition.restores().orElse(null));
    row.put("actor", edition.actor());
    row.put("made_at", edition.madeAt());
    row.put("version", edition.madeAt().toEpochMilli());
    writer.insert("wall_boards", List.of(row));
  }

  private static BoardEdition of(EditionRow row) {
    return new BoardEdition(
        row.boardId(),
        row.edition(),
        row.state().equals("published"),
        row.text(),
        Optional.ofNullable(row.restores()),
        row.actor(),
        row.madeAt());
  }
}
