package city.chengmai.ingest;

import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.City;
import city.chengmai.ingest.replay.Backlog;
import city.chengmai.ingest.replay.PositionFile;
import city.chengmai.ingest.replay.Replay;
import city.chengmai.ingest.replay.ReplayPosition;
import city.chengmai.ingest.sink.Sinks;
import city.chengmai.ingest.topology.Streams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends the city's feed to Kafka. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Send the city's feed to Kafka, from where the last replay stopped.")
final class ReplayCommand implements Callable<Integer> {

  private static final Duration CHECK = Duration.ofMillis(500);
  private static final Duration STOP = Duration.ofSeconds(20);

  @Mixin private ServiceOptions options;

  @Option(names = "--wait", description = "Wait until everything sent is in ClickHouse.")
  private boolean wait;

  @Option(names = "--live", description = "Go on as the city's clock goes on.")
  private boolean live;

  @Override
  public Integer call() throws Exception {
    Thread replaying = Thread.currentThread();
    CountDownLatch finished = new CountDownLatch(1);
    // The process must not end before the position is written.
    var unused =
        Shutdown.watch(
            () -> {
              replaying.interrupt();
              finished.await(STOP.toMillis(), TimeUnit.MILLISECONDS);
            });
    try {
      Settings settings = options.settings();
      City city = ServiceOptions.city(settings);
      ReplayPosition reached = replay(settings, city);
      if (wait) {
        awaitEmptyBacklog(settings, reached);
      }
      System.out.printf(
          Locale.ROOT,
          "report replay read=%d requests=%d sent=%d skipped=%d%n",
          reached.position(),
          reached.requests(),
          reached.sent(),
          reached.skipped());
    } catch (InterruptedException | InterruptException e) {
      System.out.println("progress replay 0 0 stopped");
    } finally {
      finished.countDown();
    }
    return 0;
  }

  private ReplayPosition replay(Settings settings, City city) throws Exception {
    Path directory = settings.get(IngestSettings.DATA_DIRECTORY).resolve("replay");
    try (KafkaProducer<byte[], byte[]> producer = FeedProducer.open(settings)) {
      Replay replay =
          new Replay(
              city,
              producer,
              new PositionFile(directory, city),
              ServiceOptions.clock(settings, city),
              ReplayCommand::report);
      if (live) {
        replay.catchUp();
        System.out.println("ready replay");
        return replay.live();
      }
      return replay.catchUp();
    }
  }

  private static void report(ReplayPosition position, long total) {
    System.out.printf(
        Locale.ROOT,
        "progress replay %d %d %d events sent%n",
        position.position(),
        total,
        position.sent());
  }

  private static void awaitEmptyBacklog(Settings settings, ReplayPosition reached)
      throws InterruptedException {
    Map<String, Object> client =
        Map.of("bootstrap.servers", settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS));
    try (Admin admin = Admin.create(client)) {
      Backlog backlog = new Backlog(admin, Streams.APPLICATION, Sinks.GROUP);
      int empty = 0;
      while (empty < 2) {
        long records = backlog.records();
        empty = records == 0 ? empty + 1 : 0;
        System.out.printf(
            Locale.ROOT,
            "progress settle %d %d %d records behind%n",
            Math.max(0, reached.sent() - records),
            reached.sent(),
            records);
        Thread.sleep(CHECK.toMillis());
      }
    }
  }
}
