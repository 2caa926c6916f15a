package city.chengmai.ingest.topology;

import city.chengmai.datasets.calendar.WorkingClock;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.event.Topics;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.alert.ClockTopology;
import city.chengmai.ingest.commit.HeldStore;
import city.chengmai.ingest.commit.Shelf;
import city.chengmai.ingest.intake.EventReader;
import city.chengmai.ingest.lifecycle.DueTimes;
import city.chengmai.ingest.lifecycle.Folds;
import city.chengmai.ingest.place.Locator;
import city.chengmai.ingest.privacy.KeyedHash;
import city.chengmai.ingest.privacy.Pseudonymizer;
import java.time.InstantSource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds the topology; see the package page. A pure function of settings, city and clock. */
public final class IntakeTopology {

  static final String INTAKE = "intake";
  static final String LIFECYCLE = "lifecycle";
  static final String FACTS = "facts";
  static final String DEAD_LETTER = "dead-letter";
  static final String SENT_BACK = "sent-back";

  private IntakeTopology() {}

  /** The topology for this city with the rules of the product. */
  public static Topology build(
      TopologySettings settings, City city, InstantSource clock, IntakeMetrics metrics) {
    return build(settings, city, AlertRules.bundled(), clock, metrics);
  }

  /** The topology for this city. */
  public static Topology build(
      TopologySettings settings,
      City city,
      AlertRules rules,
      InstantSource clock,
      IntakeMetrics metrics) {
    EventSchemas schemas = new EventSchemas();
    Locator locator = new Locator(city.areas(), city.zone(), settings.borderMetres());
    Topology topology = new Topology();
    topology.addSource(
        "events", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.EVENTS);
    topology.addProcessor(INTAKE, () -> intake(settings, schemas, clock, metrics), "events");
    Folds folds = new Folds(new DueTimes(new WorkingClock(city.holidays(), city.zone())));
    topology.addProcessor(
        LIFECYCLE,
        () -> new LifecycleProcessor(locator, folds, settings.parking(), clock, metrics),
        INTAKE);
    topology.addStateStore(seenStore(settings.stateInMemory()), LIFECYCLE);
    topology.addStateStore(
        HeldStore.builder(LifecycleProcessor.ENTITIES, settings.stateInMemory(), Shelf.ofBytes()),
        LIFECYCLE);
    topology.addStateStore(parkedStore(settings.stateInMemory()), LIFECYCLE);
    topology.addProcessor(FACTS, FactProcessor::new, LIFECYCLE);
    topology.addStateStore(CommitStore.builder(), FACTS);
    topology.addSink(
        "fact-topic",
        Topics.FACTS,
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        new FactPartitioner(),
        FACTS);
    sink(topology, DEAD_LETTER, Topics.DEAD_LETTER, INTAKE, LIFECYCLE);
    sink(topology, SENT_BACK, Topics.EVENTS, INTAKE);
    boolean inMemory = settings.stateInMemory();
    ClockTopology.add(topology, LIFECYCLE, city, rules, clock, inMemory, metrics::fact);
    return topology;
  }

  private static IntakeProcessor intake(
      TopologySettings settings, EventSchemas schemas, InstantSource clock, IntakeMetrics metrics) {
    Pseudonymizer pseudonymizer = new Pseudonymizer(new KeyedHash(settings.pseudonymKey()));
    return new IntakeProcessor(
        new EventReader(schemas), pseudonymizer, settings.futureTolerance(), clock, metrics);
  }

  private static void sink(Topology topology, String name, String topic, String... parents) {
    topology.addSink(name, topic, new ByteArraySerializer(), new ByteArraySerializer(), parents);
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> seenStore(boolean inMemory) {
    return Stores.keyValueStoreBuilder(
            supplier(LifecycleProcessor.SEEN, inMemory), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> parkedStore(boolean inMemory) {
    return Stores.keyValueStoreBuilder(
            supplier(LifecycleProcessor.PARKED, inMemory), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  private static KeyValueBytesStoreSupplier supplier(String name, boolean inMemory) {
    return inMemory ? Stores.inMemoryKeyValueStore(name) : Stores.persistentKeyValueStore(name);
  }
}
