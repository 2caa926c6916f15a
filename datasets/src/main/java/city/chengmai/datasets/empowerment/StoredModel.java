package city.chengmai.datasets.empowerment;

import city.chengmai.datasets.empowerment.ModelStep.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that an analyst wrote, as it follows from its steps. At most one version is active and at
 * most one is under way: a further proposal takes the place of one that is not active yet.
 *
 * @param id for example empty-shops
 * @param edition number of its last step
 * @param versions latest first; never empty
 */
public record StoredModel(String id, int edition, List<Version> versions) {

  /** Where a version stands. */
  public enum State {
    /** Waits for a second person (待复核). */
    PROPOSED,
    /** Found right, not asked yet (已复核). */
    REVIEWED,
    /** Sent back (已退回). */
    REJECTED,
    /** Another proposal came before it was active (已改提). */
    SUPERSEDED,
    /** Asked (启用中). */
    ACTIVE,
    /** A later version is asked (已替换). */
    REPLACED,
    /** No longer asked (已停用). */
    RETIRED
  }

  /**
   * A version.
   *
   * @param number from 1
   * @param proposal the step that wrote it down
   * @param reviewer who found it right; empty until then
   */
  public record Version(int number, ModelStep proposal, State state, String reviewer) {

    Version in(State next) {
      return new Version(number, proposal, next, reviewer);
    }

    /** What an author writes. */
    public ModelDefinition definition() {
      return proposal.definition();
    }
  }

  /** Checks and copies the versions. */
  public StoredModel {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("model " + id + " has no version");
    }
  }

  /** The models of these steps, in any order, by id; steps that do not hold count for nothing. */
  public static List<StoredModel> of(List<ModelStep> steps) {
    Map<String, List<ModelStep>> byModel = new LinkedHashMap<>();
    steps.stream()
        .filter(step -> step.holds() == 1)
        .sorted(Comparator.comparing(ModelStep::modelId).thenComparing(ModelStep::edition))
        .forEach(
            step -> byModel.computeIfAbsent(step.modelId(), id -> new ArrayList<>()).add(step));
    return byModel.values().stream().map(StoredModel::folded).toList();
  }

  private static StoredModel folded(List<ModelStep> steps) {
    Map<Integer, Version> versions = new LinkedHashMap<>();
    for (ModelStep step : steps) {
      take(versions, step);
    }
    List<Version> latestFirst = new ArrayList<>(versions.values());
    latestFirst.sort(Comparator.comparing(Version::number).reversed());
    ModelStep last = steps.get(steps.size() - 1);
    return new StoredModel(last.modelId(), last.edition(), latestFirst);
  }

  private static void take(Map<Integer, Version> versions, ModelStep step) {
    int number = step.modelVersion();
    switch (step.kind()) {
      case PROPOSE -> {
        versions.replaceAll((n, one) -> isUnderWay(one.state()) ? one.in(State.SUPERSEDED) : one);
        versions.put(number, new Version(number, step, State.PROPOSED, ""));
      }
      case APPROVE ->
          versions.computeIfPresent(
              number, (n, one) -> new Version(n, one.proposal(), State.REVIEWED, step.actor()));
      case REJECT -> versions.computeIfPresent(number, (n, one) -> one.in(State.REJECTED));
      case ACTIVATE -> {
        versions.replaceAll((n, one) -> one.state() == State.ACTIVE ? one.in(State.REPLACED) : one);
        versions.computeIfPresent(number, (n, one) -> one.in(State.ACTIVE));
      }
      default -> versions.computeIfPresent(number, (n, one) -> one.in(State.RETIRED));
    }
  }

  private static boolean isUnderWay(State state) {
    return state == State.PROPOSED || state == State.REVIEWED;
  }

  /** The version that is asked. */
  public Optional<Version> active() {
    return inState(State.ACTIVE);
  }

  /** The version that waits for review or to be made active. */
  public Optional<Version> underWay() {
    return versions.stream().filter(one -> isUnderWay(one.state())).findFirst();
  }

  /** The version that is asked, or was asked last before the model was retired. */
  public Optional<Version> asked() {
    return active().or(() -> inState(State.RETIRED));
  }

  /** The version of this number. */
  public Optional<Version> version(int number) {
    return versions.stream().filter(one -> one.number() == number).findFirst();
  }

  /** The version that was written down last. */
  public Version latest() {
    return versions.get(0);
  }

  private Optional<Version> inState(State state) {
    return versions.stream().filter(one -> one.state() == state).findFirst();
  }

  /** What may be done about a version. */
  public static List<Kind> allowed(State state) {
    return switch (state) {
      case PROPOSED -> List.of(Kind.APPROVE, Kind.REJECT);
      case REVIEWED -> List.of(Kind.ACTIVATE, Kind.REJECT);
      case ACTIVE -> List.of(Kind.RETIRE);
      default -> List.of();
    };
  }
}
