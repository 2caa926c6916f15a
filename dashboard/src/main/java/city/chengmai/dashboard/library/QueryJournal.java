package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.LibraryQueries;
import city.chengmai.dashboard.query.LibraryQueries.EditionRow;
import city.chengmai.dashboard.query.LibraryQueries.RemarkRow;
import city.chengmai.dashboard.query.TableWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps statements, edition by edition; nothing is overwritten. What an account may not see is
 * unknown to it. Where two processes write one number at once, the earlier holds. Blocking and
 * thread-safe.
 */
public final class QueryJournal {

  /** What became of a step. */
  public enum Outcome {
    /** It was written. */
    TAKEN,
    /** It had been written before. */
    REPEATED,
    /** Somebody else wrote an edition since. */
    OVERTAKEN,
    /** No name, no statement, or too long. */
    NOT_KEEPABLE,
    /** There is no such query, or it is another's own. */
    UNKNOWN
  }

  /**
   * What became of a step.
   *
   * @param latest the edition that holds now; empty when unknown or not kept
   */
  public record Answer(Outcome outcome, Optional<SavedQuery> latest) {}

  /**
   * Who writes, and on top of what.
   *
   * @param id given by whoever acts; sending it twice counts once
   * @param basedOn edition that was before the eyes; 0 for a new query
   * @param account whose step it is; empty while sign-in is off
   * @param actor the same as others see it
   */
  public record Step(String id, int basedOn, String account, String actor) {

    /** Checks that nothing is missing. */
    public Step {
      requireNonNull(id, "id");
      requireNonNull(account, "account");
      requireNonNull(actor, "actor");
    }
  }

  private final LibraryQueries queries;
  private final TableWriter writer;
  private final InstantSource clock;

  /**
   * A journal over these queries and this writer.
   *
   * @param clock real time: it decides who was first
   */
  public QueryJournal(LibraryQueries queries, TableWriter writer, InstantSource clock) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Latest editions that an account sees, by folder and name.
   *
   * @param withdrawn those that were taken out of the lists instead
   */
  public List<SavedQuery> list(String account, boolean withdrawn) {
    return queries.list(account, withdrawn).stream().map(QueryJournal::of).toList();
  }

  /** The latest edition of a query that an account sees, withdrawn or not. */
  public Optional<SavedQuery> latest(String id, String account) {
    return seen(id, account).stream().findFirst();
  }

  /**
   * The editions of a query that an account sees, latest first: what was written before it was
   * shared stays its owner's.
   */
  public List<SavedQuery> editions(String id, String account) {
    return seen(id, account);
  }

  /** An edition that holds, whoever asks: for endpoints that were given away. */
  public Optional<SavedQuery> edition(String id, int number) {
    return queries.editions(id).stream()
        .filter(row -> row.edition() == number)
        .findFirst()
        .map(QueryJournal::of);
  }

  /** Whether a query stands in lists, whoever asks: one that was withdrawn runs no more. */
  public boolean isListed(String id) {
    return queries.editions(id).stream()
        .findFirst()
        .filter(row -> row.withdrawn() == 0)
        .isPresent();
  }

  /** What was said about a query, earliest first. */
  public List<RemarkRow> remarks(String id) {
    return queries.remarks(id);
  }

  /** Keeps a new query under an id that is made of account and step, so that it counts once. */
  public Answer add(Step step, SavedQuery.Text text) {
    String made = step.account() + "\n" + step.id();
    String id = UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8)).toString();
    if (!text.isKeepable()) {
      return new Answer(Outcome.NOT_KEEPABLE, Optional.empty());
    }
    Optional<SavedQuery> before = queries.editions(id).stream().findFirst().map(QueryJournal::of);
    return before.isPresent()
        ? new Answer(Outcome.REPEATED, before)
        : taken(
            step,
            new SavedQuery(id, 1, text, false, step.account(), step.actor(), clock.instant()));
  }

  /** Keeps an edition of a query. */
  public Answer edit(String id, Step step, SavedQuery.Text text) {
    return text.isKeepable()
        ? next(id, step, latest -> edition(latest, step, own(latest, step, text), false))
        : new Answer(Outcome.NOT_KEEPABLE, latest(id, step.account()));
  }

  /** Takes a query out of the lists; its editions stay, and a later one brings it back. */
  public Answer withdraw(String id, Step step) {
    return next(id, step, latest -> edition(latest, step, latest.text(), true));
  }

  /**
   * Says something about a query that an account sees.
   *
   * @return false when there is no such query, or the remark is empty or too long
   */
  public boolean remark(String id, Step step, String remark) {
    Optional<SavedQuery> about = latest(id, step.account());
    String said = remark.strip();
    if (about.isEmpty() || said.isEmpty() || said.length() > SavedQuery.LONGEST_NOTE) {
      return false;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("query_id", id);
    row.put("remark_id", step.id());
    row.put("edition", about.get().edition());
    row.put("actor", step.actor());
    row.put("remark", said);
    row.put("made_at", clock.instant());
    writer.insert("query_remarks", List.of(row));
    return true;
  }

  private List<SavedQuery> seen(String id, String account) {
    List<SavedQuery> editions = queries.editions(id).stream().map(QueryJournal::of).toList();
    return editions.stream().findFirst().filter(latest -> latest.isFor(account)).isPresent()
        ? editions.stream().filter(edition -> edition.isFor(account)).toList()
        : List.of();
  }

  /** Nobody but its owner makes a query of all his own. */
  private static SavedQuery.Text own(SavedQuery latest, Step step, SavedQuery.Text text) {
    boolean mayHide = latest.owner().equals(step.account());
    return new SavedQuery.Text(
        text.name(),
        text.folder(),
        text.note(),
        text.statement(),
        text.parameters(),
        text.shared() || (latest.text().shared() && !mayHide));
  }

  private SavedQuery edition(
      SavedQuery latest, Step step, SavedQuery.Text text, boolean withdrawn) {
    return new SavedQuery(
        latest.id(),
        latest.edition() + 1,
        text,
        withdrawn,
        latest.owner(),
        step.actor(),
        clock.instant());
  }

  private Answer next(String id, Step step, Function<SavedQuery, SavedQuery> made) {
    List<EditionRow> rows = queries.editions(id);
    Optional<SavedQuery> latest = rows.stream().findFirst().map(QueryJournal::of);
    if (latest.filter(query -> query.isFor(step.account())).isEmpty()) {
      return new Answer(Outcome.UNKNOWN, Optional.empty());
    }
    if (rows.stream().anyMatch(row -> row.editionId().equals(step.id()))) {
      return new Answer(Outcome.REPEATED, latest);
    }
    return latest.get().edition() == step.basedOn()
        ? taken(step, made.apply(latest.get()))
        : new Answer(Outcome.OVERTAKEN, latest);
  }

  /** Another process may have been a moment earlier: then its edition holds. */
  private Answer taken(Step step, SavedQuery query) {
    write(step, query);
    Optional<EditionRow> holds =
        queries.editions(query.id()).stream()
            .filter(row -> row.edition() == query.edition())
            .findFirst();
    boolean first = holds.filter(row -> row.editionId().equals(step.id())).isPresent();
    return new Answer(first ? Outcome.TAKEN : Outcome.OVERTAKEN, holds.map(QueryJournal::of));
  }

  private void write(Step step, SavedQuery query) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("query_id", query.id());
    row.put("edition", query.edition());
    row.put("edition_id", step.id());
    row.put("based_on", step.basedOn());
    row.put("name", query.text().name());
    row.put("folder", query.text().folder());
    row.put("note", query.text().note());
    row.put("statement", query.text().statement());
    row.put("parameters", query.text().parameters());
    row.put("shared", query.text().shared() ? 1 : 0);
    row.put("withdrawn", query.withdrawn() ? 1 : 0);
    row.put("owner", query.owner());
    row.put("actor", query.actor());
    row.put("made_at", query.madeAt());
    row.put("version", query.madeAt().toEpochMilli());
    writer.insert("saved_queries", List.of(row));
  }

  private static SavedQuery of(EditionRow row) {
    return new SavedQuery(
        row.queryId(),
        row.edition(),
        new SavedQuery.Text(
            row.name(),
            row.folder(),
            row.note(),
            row.statement(),
            row.parameters(),
            row.shared() != 0),
        row.withdrawn() != 0,
        row.owner(),
        row.actor(),
        row.madeAt());
  }
}
