package city.chengmai.dashboard.page.empowerment;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.ModelStepQueries;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.empowerment.ModelDefinition;
import city.chengmai.datasets.empowerment.ModelStep;
import city.chengmai.datasets.empowerment.ModelStep.Kind;
import city.chengmai.datasets.empowerment.StoredModel;
import city.chengmai.datasets.empowerment.StoredModel.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what analysts do about models of their own as rows of {@code model_steps}; nothing is ever
 * overwritten. Blocking; one step at a time. Where two processes write one number at once, the
 * earlier holds and the other stays readable. Thread-safe.
 */
public final class ModelJournal {

  /** What became of a step. */
  public enum Outcome {
    /** It was written. */
    TAKEN,
    /** It had been written before. */
    REPEATED,
    /** Somebody else acted on the model since. */
    OVERTAKEN,
    /** There is a model of that id. */
    ID_TAKEN,
    /** What was done before does not allow it. */
    REFUSED,
    /** Whoever wrote a version cannot find it right. */
    SAME_PERSON,
    /** There is no such model or version. */
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

  /**
   * Who acts, having what before the eyes.
   *
   * @param id given by whoever acts; sending it twice counts once
   * @param basedOn edition that was before the eyes; 0 for a new model
   * @param account empty while sign-in is off
   * @param actor as others see it
   */
  public record Deed(String id, int basedOn, String account, String actor, String comment) {}

  private static final Duration TICK = Duration.ofMillis(1);

  private final ModelStepQueries queries;
  private final TableWriter writer;
  private final InstantSource real;

  /** A journal over these queries and this writer; the real clock decides who was first. */
  public ModelJournal(ModelStepQueries queries, TableWriter writer, InstantSource real) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.real = requireNonNull(real, "real");
  }

  /**
   * Takes a version, the first of a new model or one more.
   *
   * @param inputs tables that its statement names
   */
  public synchronized Answer propose(
      String model, Deed deed, ModelDefinition definition, List<String> inputs, Instant now) {
    List<ModelStep> steps = queries.steps(model);
    if (ModelLibrary.isShipped(model) || isNewButKnown(steps, deed)) {
      return Answer.of(Outcome.ID_TAKEN);
    }
    Optional<Answer> refused = refusal(steps, deed);
    if (refused.isPresent()) {
      return refused.get();
    }
    int version = steps.stream().mapToInt(ModelStep::modelVersion).max().orElse(0) + 1;
    Map<String, Object> row = row(model, deed, Kind.PROPOSE, version);
    put(row, definition);
    row.put("inputs", inputs);
    return written(model, steps, deed, row, now);
  }

  private static boolean isNewButKnown(List<ModelStep> steps, Deed deed) {
    return deed.basedOn() == 0
        && !steps.isEmpty()
        && steps.stream().noneMatch(step -> step.stepId().equals(deed.id()));
  }

  /** Takes a step on a version. */
  public synchronized Answer act(String model, Deed deed, Kind kind, int number, Instant now) {
    List<ModelStep> steps = queries.steps(model);
    Optional<Answer> refused = refusal(steps, deed);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Version> version =
        StoredModel.of(steps).stream().findFirst().flatMap(found -> found.version(number));
    if (version.isEmpty()) {
      return Answer.of(Outcome.UNKNOWN);
    }
    if (!StoredModel.allowed(version.get().state()).contains(kind)) {
      return Answer.of(Outcome.REFUSED);
    }
    String author = version.get().proposal().person();
    if (kind == Kind.APPROVE && author.equals(ModelStep.person(deed.account(), deed.actor()))) {
      return Answer.of(Outcome.SAME_PERSON);
    }
    return written(model, steps, deed, row(model, deed, kind, number), now);
  }

  private static Optional<Answer> refusal(List<ModelStep> steps, Deed deed) {
    if (steps.stream().anyMatch(one -> one.stepId().equals(deed.id()))) {
      return Optional.of(Answer.of(Outcome.REPEATED));
    }
    return steps.stream()
        .filter(one -> one.holds() == 1 && one.edition() > deed.basedOn())
        .reduce((first, last) -> last)
        .map(one -> new Answer(Outcome.OVERTAKEN, one.actor()));
  }

  private static Map<String, Object> row(String model, Deed deed, Kind kind, int version) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model_id", model);
    row.put("step_id", deed.id());
    row.put("based_on", deed.basedOn());
    row.put("step", kind.wireName());
    row.put("model_version", version);
    row.put("account", deed.account());
    row.put("actor", deed.actor());
    row.put("comment", deed.comment());
    return row;
  }

  private static void put(Map<String, Object> row, ModelDefinition definition) {
    row.put("name_zh", definition.name().zh());
    row.put("name_en", definition.name().en());
    row.put("question_zh", definition.question().zh());
    row.put("question_en", definition.question().en());
    row.put("check_zh", definition.check().zh());
    row.put("check_en", definition.check().en());
    row.put("department", definition.department());
    row.put("subject_kind", definition.subjectKind());
    row.put("schedule", definition.schedule().name());
    row.put("quiet_days", definition.quietDays());
    row.put("seconds", definition.seconds());
    row.put("most_hits", definition.mostHits());
    row.put("statement", definition.statement());
  }

  /** Another process may have been a moment earlier: then its step holds. */
  private Answer written(
      String model, List<ModelStep> before, Deed deed, Map<String, Object> row, Instant now) {
    int edition = before.stream().mapToInt(ModelStep::edition).max().orElse(0) + 1;
    row.put("edition", edition);
    row.put("acted_at", after(before, now));
    row.put("version", real.millis());
    writer.insert("model_steps", List.of(row));
    return queries.steps(model).stream()
        .filter(one -> one.edition() == edition && one.holds() == 1)
        .filter(one -> !one.stepId().equals(deed.id()))
        .findFirst()
        .map(one -> new Answer(Outcome.OVERTAKEN, one.actor()))
        .orElseGet(() -> Answer.of(Outcome.TAKEN));
  }

  /** Never before the last one, even when the city's clock stands. */
  private static Instant after(List<ModelStep> before, Instant now) {
    return before.stream()
        .map(step -> step.actedAt().plus(TICK))
        .filter(earliest -> earliest.isAfter(now))
        .max(Instant::compareTo)
        .orElse(now);
  }
}
