package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.letter.LetterBox;
import city.chengmai.ingest.letter.LetterFilter;
import city.chengmai.ingest.letter.LetterReplay;
import city.chengmai.ingest.letter.StoredLetter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and counts refused events, and sends them again. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = "List or count refused events, or send them again after a fix.")
final class DeadLettersCommand implements Callable<Integer> {

  /** What to do. */
  enum Action {
    LIST,
    COUNT,
    REPLAY
  }

  // A duplicate is accepted already, and a content that gave way to a later one would undo that
  // one;
  // both go out again only when asked for by name.
  private static final Set<String> ONLY_BY_NAME = Set.of("duplicate", "conflicting-duplicate");

  @Mixin private ServiceOptions options;

  @Parameters(paramLabel = "ACTION", description = "One of ${COMPLETION-CANDIDATES}.")
  private Action action;

  @Option(names = "--reason", defaultValue = "", description = "Only this reason.")
  private String reason;

  @Option(names = "--source", defaultValue = "", description = "Only from this source.")
  private String source;

  @Option(names = "--type", defaultValue = "", description = "Only this event type.")
  private String type;

  @Option(names = "--id", defaultValue = "", description = "Only this letter.")
  private String id;

  @Option(names = "--again", description = "With replay and list: also those sent again before.")
  private boolean again;

  @Option(
      names = "--limit",
      defaultValue = "10000",
      description = "At most so many, oldest first (default ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = options.settings();
    try (ClickHouseClient client = new ClickHouseClient(SharedSettings.writer(settings))) {
      LetterBox box = new LetterBox(client);
      boolean all = again || action == Action.COUNT;
      LetterFilter filter = new LetterFilter(reason, source, type, id, all, limit);
      switch (action) {
        case LIST -> box.letters(filter).forEach(DeadLettersCommand::print);
        case COUNT -> count(box, filter);
        case REPLAY -> replay(box, filter, settings);
        default -> throw new IllegalStateException("no action " + action);
      }
    }
    return 0;
  }

  private static void print(StoredLetter letter) {
    System.out.println(
        String.join(
            "\t",
            letter.id(),
            letter.receivedAt(),
            letter.reason(),
            letter.source(),
            letter.type(),
            letter.subject(),
            letter.detail()));
  }

  private static void count(LetterBox box, LetterFilter filter) {
    System.out.println("reason\tsource\tletters\tsent again\taccepted since");
    for (LetterBox.Count count : box.counts(filter)) {
      System.out.println(
          count.reason()
              + "\t"
              + count.source()
              + "\t"
              + count.letters()
              + "\t"
              + count.replayed()
              + "\t"
              + count.acceptedSince());
    }
  }

  private void replay(LetterBox box, LetterFilter filter, Settings settings)
      throws InterruptedException {
    List<StoredLetter> letters =
        box.letters(filter).stream()
            .filter(letter -> !reason.isEmpty() || !ONLY_BY_NAME.contains(letter.reason()))
            .toList();
    String servers = settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      LetterReplay.Report report =
          new LetterReplay(box, producer, InstantSource.system()).send(letters);
      System.out.println(
          "report dead-letters chosen="
              + letters.size()
              + " sent="
              + report.sent()
              + " masked="
              + report.masked()
              + " cut="
              + report.cut()
              + " taken="
              + report.taken());
      if (report.taken() > 0) {
        System.out.println(
            report.taken()
                + " of these were taken as revisions when they came; they were left alone, for sent"
                + " again they would only be duplicates");
      }
    }
  }
}
