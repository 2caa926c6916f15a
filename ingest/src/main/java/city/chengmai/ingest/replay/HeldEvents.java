package city.chengmai.ingest.replay;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.source.FeedRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Events of taken records whose time has not come, for example the closing of a case that is open
 * now; earliest first. Not kept on disk: the feed gives them again. Not thread-safe.
 */
final class HeldEvents {

  private record Held(long record, int index, Event event) {}

  private final Queue<Held> queue =
      new PriorityQueue<>(
          Comparator.comparing((Held held) -> held.event().time())
              .thenComparingLong(Held::record)
              .thenComparingInt(Held::index));

  /** Holds those events of a record that lie after a moment. */
  void addAfter(Instant moment, FeedRecord record) {
    List<Event> events = record.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).time().isAfter(moment)) {
        queue.add(new Held(record.position(), i, events.get(i)));
      }
    }
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  boolean isDue(Instant now) {
    return !queue.isEmpty() && !queue.element().event().time().isAfter(now);
  }

  Event first() {
    return queue.element().event();
  }

  void removeFirst() {
    queue.remove();
  }

  /** Source records before the oldest one held, or the fallback when none is. */
  long oldestOr(long fallback) {
    return queue.stream().mapToLong(held -> held.record() - 1).min().orElse(fallback);
  }
}
