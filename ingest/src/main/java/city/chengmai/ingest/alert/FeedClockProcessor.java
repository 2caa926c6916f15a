package city.chengmai.ingest.alert;

import city.chengmai.ingest.row.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs the clocks of feeds, whose signs of life come from all partitions. */
final class FeedClockProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  static final String STORE = "feed-clocks";

  /** Before the key of a feed that was never heard: what it does first ends that cause. */
  private static final String NEVER = "never/";

  private final ClockWiring wiring;
  private final InstantSource cityClock;
  private final FeedDeadlines feeds;
  private ProcessorContext<byte[], byte[]> context;
  private ClockDesk desk;
  private CatchUp catchUp;

  FeedClockProcessor(ClockWiring wiring, InstantSource cityClock) {
    this.wiring = wiring;
    this.cityClock = cityClock;
    this.feeds = new FeedDeadlines(wiring.rules(), wiring.feeds());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    desk =
        new ClockDesk(new WatchStore(context.getStateStore(STORE)), new AlertFacts(wiring.rules()));
    catchUp = new CatchUp(context.currentSystemTimeMs());
    context.schedule(
        ClockTopology.TICK, PunctuationType.WALL_CLOCK_TIME, realMillis -> tick(realMillis));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    String feed = new String(record.key(), StandardCharsets.UTF_8);
    long realMillis = context.currentSystemTimeMs();
    Instant expectedFrom = Pulse.expectedFrom(record.value()).orElse(null);
    if (expectedFrom != null) {
      catchUp.arrived(record.timestamp(), realMillis, false);
      expect(feed, expectedFrom, realMillis);
      return;
    }
    Pulse pulse = Pulse.of(record.value());
    Watch next = feeds.heard(feed, wiring.rootArea(), pulse, desk.watch(feed));
    catchUp.arrived(record.timestamp(), realMillis, next.history());
    Moment at = new Moment(cityClock.instant(), realMillis);
    Watch ended = Watch.of(feed, wiring.rootArea(), "", false, List.of());
    desk.update(NEVER + feed, ended, pulse.heard(), at).forEach(this::emit);
    desk.update(feed, next, pulse.heard(), at).forEach(this::emit);
  }

  // Said at each start; what is watched already keeps its clock.
  private void expect(String feed, Instant from, long realMillis) {
    if (desk.watch(feed) == null && desk.watch(NEVER + feed) == null) {
      Watch watch = feeds.expected(feed, wiring.rootArea(), from);
      Moment at = new Moment(cityClock.instant(), realMillis);
      desk.update(NEVER + feed, watch, from, at).forEach(this::emit);
    }
  }

  private void tick(long realMillis) {
    Moment at = new Moment(cityClock.instant(), realMillis);
    for (String feed : desk.due(at, catchUp)) {
      desk.judge(feed, at).forEach(this::emit);
    }
  }

  private void emit(Fact fact) {
    context.forward(wiring.record(fact, context.currentSystemTimeMs()), ClockTopology.FEED_FACTS);
  }
}
