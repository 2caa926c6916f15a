package city.chengmai.dashboard.bulletin;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.bulletin.Content.Difference;
import city.chengmai.dashboard.bulletin.Edition.Text;
import city.chengmai.dashboard.query.BulletinQueries;
import city.chengmai.dashboard.query.BulletinQueries.EditionRow;
import city.chengmai.dashboard.query.BulletinQueries.StepRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the editions of bulletins as rows of {@code bulletins}; nothing is ever overwritten.
 * Blocking; one step at a time. Where two processes write one number at once, the earlier holds and
 * the other stays readable. Thread-safe.
 */
public final class BulletinJournal {

  /** What became of a step. */
  public enum Outcome {
    /** It was written. */
    TAKEN,
    /** It had been written before. */
    REPEATED,
    /** Somebody else wrote into the bulletin since. */
    OVERTAKEN,
    /** Published editions stay as they are. */
    CLOSED,
    /** There is no such bulletin. */
    UNKNOWN
  }

  /**
   * What became of a step.
   *
   * @param latest the edition that holds now
   */
  public record Answer(Outcome outcome, Optional<Edition> latest) {}

  /**
   * Who acts on which edition.
   *
   * @param id given by whoever acts; sending it twice counts once
   * @param basedOn the edition that was before the eyes
   */
  public record Step(String id, int basedOn, String actor) {}

  private final BulletinQueries queries;
  private final TableWriter writer;
  private final InstantSource real;

  /** A journal over these queries and this writer; the real clock decides who was first. */
  public BulletinJournal(BulletinQueries queries, TableWriter writer, InstantSource real) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.real = requireNonNull(real, "real");
  }

  /** All steps of a bulletin, latest first, with those that another was a moment ahead of. */
  public List<StepRow> steps(String bulletin) {
    return queries.steps(bulletin);
  }

  /** The latest edition. */
  public Optional<Edition> latest(String bulletin) {
    return queries.latest(bulletin).flatMap(Editions::of);
  }

  /** An edition of this number. */
  public Optional<Edition> edition(String bulletin, int number) {
    return queries.edition(bulletin, number).flatMap(Editions::of);
  }

  /**
   * Takes figures of the machine: drafts, renews what is not published, restates what is. Writes
   * nothing when the figures are the same.
   *
   * @return whether an edition was written
   */
  public synchronized boolean figures(
      Period period, Content content, Instant dataAsOf, Instant now) {
    Optional<Edition> latest = latest(period.id());
    if (latest.isPresent() && latest.get().content().equals(content)) {
      return false;
    }
    int number = latest.map(Edition::number).orElse(0) + 1;
    String id = "machine-" + period.id() + "-" + number;
    Edition made =
        latest
            .map(before -> renewed(before, id, content, dataAsOf, now))
            .orElseGet(() -> drafted(period, id, content, dataAsOf, now));
    if (latest.isPresent() && tellsNothingNew(latest.get(), made)) {
      return false;
    }
    write(made);
    return true;
  }

  /** After publication an edition is worth writing when it differs otherwise than the latest. */
  private static boolean tellsNothingNew(Edition latest, Edition made) {
    // A published edition keeps what it told against the one published before it.
    List<Difference> told =
        latest.state() == BulletinState.PUBLISHED ? List.of() : latest.differences();
    return latest.published() > 0 && made.differences().equals(told);
  }

  private static Edition drafted(
      Period period, String id, Content content, Instant dataAsOf, Instant now) {
    return new Edition(
        period,
        1,
        id,
        0,
        BulletinState.DRAFTED,
        "",
        Text.NONE,
        content,
        List.of(),
        0,
        dataAsOf,
        now);
  }

  private Edition renewed(
      Edition before, String id, Content content, Instant dataAsOf, Instant now) {
    List<Difference> differences =
        before.published() == 0 ? List.of() : content.since(published(before));
    boolean restated = before.published() > 0;
    return new Edition(
        before.period(),
        before.number() + 1,
        id,
        before.number(),
        restated ? BulletinState.RESTATED : before.state(),
        "",
        before.text(),
        content,
        differences,
        before.published(),
        dataAsOf,
        now);
  }

  private Content published(Edition after) {
    return edition(after.period().id(), after.published()).orElse(after).content();
  }

  /** Takes what a person wrote, unless another person wrote since or it is published. */
  public synchronized Answer edit(String bulletin, Step step, Text text, Instant now) {
    List<StepRow> steps = steps(bulletin);
    Optional<Edition> latest = latest(bulletin);
    Optional<Answer> refused = refusal(latest, steps, step);
    if (refused.isPresent()) {
      return refused.get();
    }
    boolean overtaken =
        steps.stream().anyMatch(one -> one.edition() > step.basedOn() && !one.actor().isEmpty());
    if (overtaken) {
      return new Answer(Outcome.OVERTAKEN, latest);
    }
    Edition before = latest.orElseThrow();
    boolean restated = before.state() == BulletinState.RESTATED;
    return taken(
        next(before, step, restated ? BulletinState.RESTATED : BulletinState.EDITED, text, now));
  }

  /** Publishes the edition that was before the eyes; refused when there is a later one. */
  public synchronized Answer publish(String bulletin, Step step, Instant now) {
    Optional<Edition> latest = latest(bulletin);
    Optional<Answer> refused = refusal(latest, steps(bulletin), step);
    if (refused.isPresent()) {
      return refused.get();
    }
    Edition before = latest.orElseThrow();
    return before.number() == step.basedOn()
        ? taken(next(before, step, BulletinState.PUBLISHED, before.text(), now))
        : new Answer(Outcome.OVERTAKEN, latest);
  }

  private static Optional<Answer> refusal(
      Optional<Edition> latest, List<StepRow> steps, Step step) {
    if (latest.isEmpty()) {
      return Optional.of(new Answer(Outcome.UNKNOWN, latest));
    }
    if (steps.stream().anyMatch(one -> one.editionId().equals(step.id()))) {
      return Optional.of(new Answer(Outcome.REPEATED, latest));
    }
    return latest.get().state() == BulletinState.PUBLISHED
        ? Optional.of(new Answer(Outcome.CLOSED, latest))
        : Optional.empty();
  }

  private static Edition next(
      Edition latest, Step step, BulletinState state, Text text, Instant now) {
    int number = latest.number() + 1;
    return new Edition(
        latest.period(),
        number,
        step.id(),
        step.basedOn(),
        state,
        step.actor(),
        text,
        latest.content(),
        latest.differences(),
        state == BulletinState.PUBLISHED ? number : latest.published(),
        latest.dataAsOf(),
        now);
  }

  /** Another process may have been a moment earlier: then its edition holds. */
  private Answer taken(Edition made) {
    write(made);
    Optional<Edition> holds = edition(made.period().id(), made.number());
    boolean first = holds.filter(one -> one.id().equals(made.id())).isPresent();
    return new Answer(first ? Outcome.TAKEN : Outcome.OVERTAKEN, holds);
  }

  private void write(Edition edition) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("bulletin_id", edition.period().id());
    row.put("edition", edition.number());
    row.put("edition_id", edition.id());
    row.put("based_on", edition.basedOn());
    row.put("kind", edition.period().kind().wireName());
    row.put("first_day", edition.period().first().toString());
    row.put("end_day", edition.period().end().toString());
    row.put("state", edition.state().wireName());
    row.put("actor", edition.actor());
    row.put("opening", edition.text().opening());
    row.put("notes", edition.text().notes());
    row.put("figures", edition.content().json());
    row.put("changes", Content.json(edition.differences()));
    row.put("published", edition.published());
    row.put("data_as_of", edition.dataAsOf());
    row.put("made_at", edition.madeAt());
    row.put("version", real.millis());
    writer.insert("bulletins", List.of(row));
  }

  /** Rows as editions. */
  private static final class Editions {

    private Editions() {}

    static Optional<Edition> of(EditionRow row) {
      return Period.of(row.bulletinId())
          .flatMap(period -> BulletinState.of(row.state()).map(state -> of(row, period, state)));
    }

    private static Edition of(EditionRow row, Period period, BulletinState state) {
      return new Edition(
          period,
          row.edition(),
          row.editionId(),
          row.basedOn(),
          state,
          row.actor(),
          new Text(row.opening(), row.notes()),
          Content.parse(row.figures()),
          Content.differences(row.changes()),
          row.published(),
          row.dataAsOf(),
          row.madeAt());
    }
  }
}
