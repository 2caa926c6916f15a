package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.EventFamily;
import city.chengmai.datasets.event.EventType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the shortest chain of events that would have to come before a step of a case. */
final class MissingSteps {

  private static final List<EventType> TYPES =
      Stream.of(EventType.values()).filter(type -> type.family() == EventFamily.CASE).toList();

  private MissingSteps() {}

  /**
   * Names of the events, in order, after which a case that stands here takes this step.
   *
   * @param from where the case stands, null before its report
   * @return empty when no events lead there
   */
  static String between(CaseStage from, EventType step) {
    if (step == EventType.CASE_REPORTED) {
      return "";
    }
    if (from == null) {
      return EventType.CASE_REPORTED.localName() + also(chain(CaseStage.REPORTED, step));
    }
    List<EventType> chain = chain(from, step);
    return chain == null ? "" : names(chain);
  }

  private static String also(List<EventType> chain) {
    return chain == null || chain.isEmpty() ? "" : ", " + names(chain);
  }

  private static String names(List<EventType> chain) {
    return chain.stream().map(EventType::localName).collect(Collectors.joining(", "));
  }

  private static List<EventType> chain(CaseStage from, EventType step) {
    Map<CaseStage, List<EventType>> reached = new EnumMap<>(CaseStage.class);
    Deque<CaseStage> open = new ArrayDeque<>(List.of(from));
    reached.put(from, List.of());
    while (!open.isEmpty()) {
      CaseStage stage = open.removeFirst();
      List<EventType> path = reached.get(stage);
      if (stage.after(step).isPresent()) {
        return path;
      }
      for (EventType type : TYPES) {
        stage
            .after(type)
            .filter(next -> !reached.containsKey(next))
            .ifPresent(
                next -> {
                  reached.put(next, Stream.concat(path.stream(), Stream.of(type)).toList());
                  open.addLast(next);
                });
      }
    }
    return null;
  }
}
