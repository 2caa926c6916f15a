package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A matter and all that will happen to it, in order. */
record CaseStory(CaseDraft draft, List<PlannedEvent> steps) {

  /** When it is closed for the first time. */
  Optional<LocalDateTime> closedAt() {
    return firstOf(EventType.CASE_CLOSED);
  }

  /** When it turns out void. */
  Optional<LocalDateTime> cancelledAt() {
    return firstOf(EventType.CASE_CANCELLED);
  }

  private Optional<LocalDateTime> firstOf(EventType type) {
    return steps.stream().filter(step -> step.type() == type).map(PlannedEvent::at).findFirst();
  }
}
