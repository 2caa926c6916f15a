package city.chengmai.dashboard.record;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.RecordQueries;
import city.chengmai.dashboard.query.RecordQueries.StepRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what people do about base records as rows of {@code record_steps}; nothing is ever
 * overwritten. Blocking; one step at a time. Where two processes write one number at once, the
 * earlier holds and the other stays readable. Thread-safe.
 */
public final class RecordJournal {

  private static final Pattern ACCOUNT = Pattern.compile(".*\\(([^()]+)\\)", Pattern.DOTALL);

  /** What became of a step. */
  public enum Outcome {
    /** It was written. */
    TAKEN,
    /** It had been written before. */
    REPEATED,
    /** Somebody else acted on the record since. */
    OVERTAKEN,
    /** A source told another value since. */
    TOLD_ANEW,
    /** What was done before does not allow it. */
    REFUSED,
    /** Whoever proposed cannot approve. */
    SAME_PERSON,
    /** There is no such correction. */
    UNKNOWN
  }

  /**
   * What became of a step.
   *
   * @param ahead who acted since, when overtaken; else empty
   */
  public record Answer(Outcome outcome, String ahead) {

    static Answer of(Outcome outcome) {
      return new Answer(outcome, "");
    }
  }

  /** The record that is acted on. */
  public record Subject(String kind, String id) {}

  /**
   * Who acts, having what before the eyes.
   *
   * @param id given by whoever acts; sending it twice counts once
   * @param basedOn number of the last step that was before the eyes; 0 for none
   */
  public record Step(String id, int basedOn, String actor, String comment) {}

  /**
   * What a field shall hold.
   *
   * @param before what the file held
   * @param bound largest relative change that needs no approver; null: all need one
   * @param discrepancyId disagreement behind it; may be empty
   */
  public record Wanted(
      String field, String before, String after, Double bound, String discrepancyId) {}

  /** What all steps of a correction share. */
  private record Kept(String correctionId, Wanted wanted, Double change) {}

  private static final Duration TICK = Duration.ofMillis(1);

  private final RecordQueries queries;
  private final TableWriter writer;
  private final InstantSource real;

  /** A journal over these queries and this writer; the real clock decides who was first. */
  public RecordJournal(RecordQueries queries, TableWriter writer, InstantSource real) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.real = requireNonNull(real, "real");
  }

  /**
   * Takes a proposal.
   *
   * @param current what the file holds now; another value than the one before the eyes is refused
   */
  public synchronized Answer propose(
      Subject subject, Step step, Wanted wanted, String current, Instant now) {
    List<StepRow> steps = queries.steps(subject.kind(), subject.id());
    Optional<Answer> refused = refusal(steps, step);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!FieldValue.same(current, wanted.before())) {
      return Answer.of(Outcome.TOLD_ANEW);
    }
    // Many small steps of one person must not add up to a large one.
    String told = Correction.told(Correction.of(steps), wanted.field(), wanted.before());
    Kept kept = new Kept(step.id(), wanted, FieldValue.change(told, wanted.after()));
    return written(subject, steps, step, StepKind.PROPOSE, kept, now);
  }

  /** Takes an explanation of a disagreement. */
  public synchronized Answer explain(Subject subject, Step step, Wanted what, Instant now) {
    List<StepRow> steps = queries.steps(subject.kind(), subject.id());
    Kept kept = new Kept(step.id(), what, null);
    return refusal(steps, step)
        .orElseGet(() -> written(subject, steps, step, StepKind.EXPLAIN, kept, now));
  }

  /**
   * Takes a step on a correction.
   *
   * @param current what the file holds now, by field; a correction is applied to what it was
   *     proposed for only
   */
  public synchronized Answer act(
      Subject subject,
      Step step,
      StepKind kind,
      String correctionId,
      Map<String, String> current,
      Instant now) {
    List<StepRow> steps = queries.steps(subject.kind(), subject.id());
    Optional<Answer> refused = refusal(steps, step);
    if (refused.isPresent()) {
      return refused.get();
    }
    List<Correction> all = Correction.of(steps);
    Optional<Correction> found =
        all.stream().filter(one -> one.id().equals(correctionId)).findFirst();
    if (found.isEmpty()) {
      return Answer.of(Outcome.UNKNOWN);
    }
    StepRow first = found.get().first();
    Outcome outcome = judge(found.get(), all, step, kind, current);
    if (outcome != Outcome.TAKEN) {
      return Answer.of(outcome);
    }
    Wanted wanted =
        new Wanted(
            first.field(), first.before(), first.after(), first.bound(), first.discrepancyId());
    return written(subject, steps, step, kind, new Kept(correctionId, wanted, first.change()), now);
  }

  private static Outcome judge(
      Correction correction,
      List<Correction> all,
      Step step,
      StepKind kind,
      Map<String, String> current) {
    StepRow first = correction.first();
    if (!correction.allowed(all).contains(kind)) {
      return Outcome.REFUSED;
    }
    if (kind == StepKind.APPROVE && person(first.actor()).equals(person(step.actor()))) {
      return Outcome.SAME_PERSON;
    }
    boolean told =
        kind == StepKind.APPLY
            && !FieldValue.same(current.getOrDefault(first.field(), ""), first.before());
    return told ? Outcome.TOLD_ANEW : Outcome.TAKEN;
  }

  /** The account, where one stands behind the shown name, which its owner may change. */
  private static String person(String actor) {
    Matcher account = ACCOUNT.matcher(actor.strip());
    return (account.matches() ? account.group(1) : actor.strip()).toLowerCase(Locale.ROOT);
  }

  private static Optional<Answer> refusal(List<StepRow> steps, Step step) {
    if (steps.stream().anyMatch(one -> one.stepId().equals(step.id()))) {
      return Optional.of(Answer.of(Outcome.REPEATED));
    }
    return steps.stream()
        .filter(one -> one.holds() == 1 && one.edition() > step.basedOn())
        .findFirst()
        .map(one -> new Answer(Outcome.OVERTAKEN, one.actor()));
  }

  /** Another process may have been a moment earlier: then its step holds. */
  private Answer written(
      Subject subject, List<StepRow> before, Step step, StepKind kind, Kept kept, Instant now) {
    Wanted wanted = kept.wanted();
    int edition = before.stream().mapToInt(StepRow::edition).max().orElse(0) + 1;
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("record_kind", subject.kind());
    row.put("record_id", subject.id());
    row.put("edition", edition);
    row.put("step_id", step.id());
    row.put("based_on", step.basedOn());
    row.put("correction_id", kept.correctionId());
    row.put("step", kind.wireName());
    row.put("field", wanted.field());
    row.put("before", wanted.before());
    row.put("after", wanted.after());
    row.put("change", kept.change());
    row.put("bound", wanted.bound());
    row.put("discrepancy_id", wanted.discrepancyId());
    row.put("actor", step.actor());
    row.put("comment", step.comment());
    row.put("acted_at", after(before, now));
    row.put("version", real.millis());
    writer.insert("record_steps", List.of(row));
    return queries.steps(subject.kind(), subject.id()).stream()
        .filter(one -> one.edition() == edition && one.holds() == 1)
        .filter(one -> !one.stepId().equals(step.id()))
        .findFirst()
        .map(one -> new Answer(Outcome.OVERTAKEN, one.actor()))
        .orElseGet(() -> Answer.of(Outcome.TAKEN));
  }

  /** Never before the last one, even when the city's clock stands. */
  private static Instant after(List<StepRow> before, Instant now) {
    return before.stream()
        .map(step -> step.actedAt().plus(TICK))
        .filter(earliest -> earliest.isAfter(now))
        .max(Instant::compareTo)
        .orElse(now);
  }
}
