package city.chengmai.ingest.commit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldStoreTest {

  private static final String STORE = "words";

  @TempDir private Path directory;

  /** What the store was told to write. */
  private final List<String> written = new ArrayList<>();

  private Consumer<HeldStore<String>> work = store -> {};
  private TopologyTestDriver driver;
  private TestInputTopic<String, String> input;

  @BeforeEach
  void start() {
    Topology topology = new Topology();
    topology.addSource("in", new StringDeserializer(), new StringDeserializer(), "in");
    topology.addProcessor("work", Worker::new, "in");
    topology.addStateStore(HeldStore.builder(STORE, false, new Words()), "work");
    Properties properties = new Properties();
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    driver = new TopologyTestDriver(topology, properties);
    input = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void writesOnceACommitWhatIsLeft() {
    between(
        store -> {
          store.put("kept", "one");
          store.put("kept", "two");
          store.put("passing", "here");
          store.put("passing", null);
          assertThat(store.get("kept")).isEqualTo("two");
          assertThat(store.get("passing")).isNull();
          assertThat(written).isEmpty();
        });

    assertThat(written).containsExactly("kept: null -> two");
    between(store -> assertThat(store.get("kept")).isEqualTo("two"));
    between(store -> store.put("kept", null));
    assertThat(written).containsExactly("kept: null -> two", "kept: two -> null");
    between(store -> assertThat(inStore(store)).isEmpty());
  }

  @Test
  void aRangeHoldsWhatChangedSinceTheCommit() {
    between(
        store -> {
          store.put("a", "one");
          store.put("c", "three");
          assertThat(inStore(store)).containsExactly("a=one", "c=three");
        });
  }

  @Test
  void whatIsTooMuchToHoldIsWrittenEarlierAndFoundAgain() {
    between(
        store -> {
          for (int i = 0; i <= HeldStore.MOST; i++) {
            store.put("key" + i, "value" + i);
          }
          assertThat(written).hasSize(HeldStore.MOST);
          assertThat(store.get("key0")).isEqualTo("value0");
        });
    assertThat(written).hasSize(HeldStore.MOST + 1).doesNotHaveDuplicates();
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    between(
        store -> {
          store.put("lost", "one");
          store.clearCache();
          assertThat(store.get("lost")).isNull();
        });
    assertThat(written).isEmpty();
  }

  /** Does something between two commits. */
  private void between(Consumer<HeldStore<String>> something) {
    work = something;
    input.pipeInput("any");
  }

  private static List<String> inStore(HeldStore<String> store) {
    List<String> entries = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> range = store.range("a", "z")) {
      range.forEachRemaining(
          entry -> entries.add(entry.key + "=" + new String(entry.value, UTF_8)));
    }
    return entries;
  }

  private final class Worker extends ContextualProcessor<String, String, String, String> {
    @Override
    public void process(Record<String, String> record) {
      work.accept(context().getStateStore(STORE));
    }
  }

  private final class Words implements Shelf<String> {
    @Override
    public String read(KeyValueStore<String, byte[]> store, String key) {
      byte[] bytes = store.get(key);
      return bytes == null ? null : new String(bytes, UTF_8);
    }

    @Override
    public void write(
        KeyValueStore<String, byte[]> store, String key, String stored, String current) {
      written.add(key + ": " + stored + " -> " + current);
      store.put(key, current == null ? null : current.getBytes(UTF_8));
    }
  }
}
