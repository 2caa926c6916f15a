package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.FeedDeclaration;
import city.chengmai.datasets.source.FeedRegistry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Each declared feed tells every six hours that it is alive (心跳), now and then that it is late. */
final class FeedStream {

  private static final int HOURS = 6;

  private final Xingqiao xingqiao;
  private final FeedRegistry registry;

  FeedStream(Xingqiao xingqiao, FeedRegistry registry) {
    this.xingqiao = xingqiao;
    this.registry = registry;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    for (FeedDeclaration feed : registry.feeds()) {
      Dice dice = xingqiao.dice("feed", day.toEpochDay(), feed.id().hashCode());
      for (int hour = 0; hour < 24; hour += HOURS) {
        LocalDateTime at = day.atTime(hour, dice.below(5), dice.below(60));
        events.add(dice.chance(0.003) ? late(feed, at, dice) : beat(feed, at, dice));
      }
    }
    return events;
  }

  private static PlannedEvent beat(FeedDeclaration feed, LocalDateTime at, Dice dice) {
    double lag = Math.rint(dice.logNormal(20, 0.8));
    int rows = dice.poisson(40);
    return event(
        feed,
        at,
        EventType.FEED_HEARTBEAT,
        () ->
            Payload.of("schemaVersion", feed.schemaVersion())
                .put("rows", rows)
                .put("lagSeconds", lag));
  }

  private static PlannedEvent late(FeedDeclaration feed, LocalDateTime at, Dice dice) {
    double lag = Math.rint(dice.logNormal(5_400, 0.5));
    return event(feed, at, EventType.FEED_LATE, () -> Payload.empty().put("lagSeconds", lag));
  }

  private static PlannedEvent event(
      FeedDeclaration feed, LocalDateTime at, EventType type, Supplier<ObjectNode> data) {
    String id = "beat-" + feed.id() + "-" + Sender.date(at.toLocalDate()) + "-" + at.getHour();
    return new PlannedEvent(at, type, feed.sources().get(0), id, feed.id(), data);
  }
}
