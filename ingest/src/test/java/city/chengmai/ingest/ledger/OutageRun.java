package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Many events while ClickHouse is away: nothing lost, memory bounded, the board truthful. */
final class OutageRun {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int CHUNK = 20_000;
  private static final long MOST_MEGABYTES = 1_536;
  private static final String GRID = LedgerRun.grids().get(0);

  private final Installation installation;
  private final int events;
  private final Duration outage;
  private int toldAway;
  private int asked;
  private long mostBehind;

  OutageRun(Installation installation, int events, Duration outage) {
    this.installation = installation;
    this.events = events;
    this.outage = outage;
  }

  /** Runs in this directory and returns a line about it. */
  static String run(int events, Duration outage, Path directory) throws Exception {
    try (Installation installation = Installation.start(directory, LedgerRun.SETTINGS)) {
      return new OutageRun(installation, events, outage).run();
    }
  }

  private String run() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      send(producer, 0, events / 10);
      awaitState("up");
      installation.takeEngineAway();
      long away = System.nanoTime();
      sendMeanwhile(producer);
      while (System.nanoTime() - away < outage.toNanos()) {
        ask();
        Thread.sleep(1_000);
      }
      installation.bringEngineBack();
    }
    LedgerRun.settle(installation);
    awaitState("up");
    requireEverything();
    long peak = peakMemory();
    assertThat(peak).as("peak memory of ingest in MB").isBetween(1L, MOST_MEGABYTES);
    return "outage events="
        + events
        + " seconds="
        + outage.toSeconds()
        + " peak_memory_mb="
        + peak
        + " most_behind="
        + mostBehind
        + " board_asked="
        + asked
        + " board_said_away="
        + toldAway
        + ": nothing lost";
  }

  // From the first batch that ClickHouse did not take, the board has to say so all the time.
  private void sendMeanwhile(KafkaProducer<byte[], byte[]> producer) throws Exception {
    for (int from = events / 10; from < events; from += CHUNK) {
      send(producer, from, Math.min(from + CHUNK, events));
      if (asked == 0) {
        awaitState("degraded");
      }
      ask();
    }
  }

  private void requireEverything() throws InterruptedException {
    assertThat(toldAway).as("answers of the board during the outage").isEqualTo(asked);
    try (ClickHouseClient client = new ClickHouseClient(installation.engine().reader())) {
      assertThat(client.scalar("SELECT count() FROM events")).isEqualTo(events + "");
      long sum = (long) events * (events - 1) / 2;
      assertThat(client.scalar("SELECT toString(toInt64(sum(value))) FROM observations"))
          .isEqualTo(sum + "");
      assertThat(client.scalar("SELECT count() FROM dead_letters")).isEqualTo("0");
      awaitRow(client);
    }
  }

  // The board keeps the outage, with its end, once ClickHouse takes rows again.
  private static void awaitRow(ClickHouseClient client) throws InterruptedException {
    String sql =
        "SELECT count() FROM ingest_states WHERE part IN ('sink', 'clickhouse') AND until IS NOT"
            + " NULL";
    while (Long.parseLong(client.scalar(sql)) < 2) {
      Thread.sleep(200);
    }
  }

  private void ask() throws IOException {
    JsonNode board = board().orElseThrow();
    asked++;
    boolean told =
        board.at("/sink/state").asText().equals("degraded")
            && board.at("/clickhouse/state").asText().equals("degraded");
    toldAway += told ? 1 : 0;
    mostBehind = Math.max(mostBehind, board.at("/sink/behind").asLong());
  }

  private void awaitState(String state) throws IOException, InterruptedException {
    while (!board()
        .map(board -> board.at("/sink/state").asText() + board.at("/clickhouse/state").asText())
        .orElse("")
        .equals(state + state)) {
      Thread.sleep(200);
    }
  }

  private Optional<JsonNode> board() throws IOException {
    Optional<String> answer = installation.ingest().ask("/health");
    return answer.isPresent() ? Optional.of(JSON.readTree(answer.get())) : Optional.empty();
  }

  // The high-water mark that the kernel keeps of the resident memory, heap and all.
  private long peakMemory() throws IOException {
    Path status = Path.of("/proc", Long.toString(installation.ingest().pid()), "status");
    List<String> lines = Files.readAllLines(status);
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
        .findFirst()
        .orElse(0);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what is lost is missed in the end
  private static void send(KafkaProducer<byte[], byte[]> producer, int from, int to) {
    for (int i = from; i < to; i++) {
      String device = "device-" + i % 200;
      Draft draft =
          new Draft(
              "outage-" + i,
              "device.telemetry",
              device,
              LedgerPlan.FIRST.plusMillis(100L * i),
              GRID,
              "{'kind':'meter','metric':'level','unit':'m','areaId':'"
                  + GRID
                  + "','value':"
                  + i
                  + "}");
      Letter letter = new Letter(i, device, draft.json());
      producer.send(new ProducerRecord<>("city.events", letter.keyBytes(), letter.valueBytes()));
    }
    producer.flush();
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(installation.client());
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", 20);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
