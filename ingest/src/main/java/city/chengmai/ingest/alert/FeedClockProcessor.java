package city.chengmai.ingest.alert;

import city.chengmai.ingest.row.Fact;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Runs the clocks of feeds, whose signs of life come from all partitions. */
final class FeedClockProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  static final String STORE = "feed-clocks";

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
    Pulse pulse = Pulse.of(record.value());
    long realMillis = context.currentSystemTimeMs();
    Watch next = feeds.heard(feed, wiring.rootArea(), pulse, desk.watch(feed));
    catchUp.arrived(record.timestamp(), realMillis, next.history());
    Moment at = new Moment(cityClock.instant(), realMillis);
    desk.update(feed, next, pulse.heard(), at).forEach(this::emit);
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
