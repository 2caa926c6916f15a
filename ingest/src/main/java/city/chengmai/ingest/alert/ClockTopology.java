package city.chengmai.ingest.alert;

import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.row.FactTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** Adds the live clocks to the topology, behind the node that accepts events. */
public final class ClockTopology {

  /** The node that takes {@link Accepted} events. */
  public static final String CLOCKS = "clocks";

  static final Duration TICK = Duration.ofSeconds(1);
  static final String FACTS = "alerts";
  static final String FEED_FACTS = "feed-alerts";
  static final String PULSES = "pulses";

  private static final String PULSES_IN = "pulses-in";
  private static final String FEED_CLOCKS = "feed-clocks";

  private ClockTopology() {}

  /**
   * Adds them.
   *
   * @param parent the node that forwards accepted events, keyed by subject
   * @param inMemory whether state is kept in memory instead of on disk
   * @param written told the table of each row
   */
  public static void add(
      Topology topology,
      String parent,
      City city,
      AlertRules rules,
      InstantSource cityClock,
      boolean inMemory,
      Consumer<FactTable> written) {
    ClockWiring wiring = ClockWiring.of(city, rules, written);
    topology.addProcessor(CLOCKS, () -> new ClockProcessor(wiring, cityClock), parent);
    topology.addStateStore(WatchStore.builder(ClockProcessor.STORE, inMemory), CLOCKS);
    sink(topology, FACTS, Topics.FACTS, CLOCKS);
    sink(topology, PULSES, Topics.PULSES, CLOCKS);
    topology.addSource(
        PULSES_IN, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.PULSES);
    topology.addProcessor(FEED_CLOCKS, () -> new FeedClockProcessor(wiring, cityClock), PULSES_IN);
    topology.addStateStore(WatchStore.builder(FeedClockProcessor.STORE, inMemory), FEED_CLOCKS);
    sink(topology, FEED_FACTS, Topics.FACTS, FEED_CLOCKS);
  }

  private static void sink(Topology topology, String name, String topic, String parent) {
    topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), parent);
  }
}
