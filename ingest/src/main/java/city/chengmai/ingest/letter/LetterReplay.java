package city.chengmai.ingest.letter;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends dead letters again, and remembers that once the broker has them. */
public final class LetterReplay {

  private static final int AT_ONCE = 500;

  /**
   * What a replay did.
   *
   * @param sent letters that the broker has now
   * @param masked of these, letters that a mask has taken something out of
   * @param cut letters that cannot be sent, because they were cut or are no record
   * @param taken letters whose content was taken as a revision, which were left alone: sent again
   *     they would only be duplicates
   */
  public record Report(int sent, int masked, int cut, int taken) {}

  private final LetterBox box;
  private final Producer<byte[], byte[]> producer;
  private final InstantSource clock;

  /** Sends with this producer; the caller closes it. */
  public LetterReplay(LetterBox box, Producer<byte[], byte[]> producer, InstantSource clock) {
    this.box = box;
    this.producer = producer;
    this.clock = clock;
  }

  /** Sends the letters in their order. */
  public Report send(List<StoredLetter> chosen) throws InterruptedException {
    List<StoredLetter> letters = chosen.stream().filter(letter -> !letter.isTaken()).toList();
    int sent = 0;
    int masked = 0;
    for (int from = 0; from < letters.size(); from += AT_ONCE) {
      // Before they are sent: what is refused once more must be later than this.
      Instant at = clock.instant();
      List<String> ids = new ArrayList<>();
      List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
      for (StoredLetter letter : letters.subList(from, Math.min(letters.size(), from + AT_ONCE))) {
        Optional<Resent> resent = Resent.of(letter);
        if (resent.isPresent()) {
          acknowledged.add(producer.send(resent.get().record()));
          masked += resent.get().masked() ? 1 : 0;
          ids.add(letter.id());
        }
      }
      await(acknowledged);
      if (!ids.isEmpty()) {
        box.replayed(ids, at);
      }
      sent += ids.size();
    }
    return new Report(sent, masked, letters.size() - sent, chosen.size() - letters.size());
  }

  private void await(List<Future<RecordMetadata>> acknowledged) throws InterruptedException {
    producer.flush();
    for (Future<RecordMetadata> future : acknowledged) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new StoreException(
            ErrorCategory.STORE_UNAVAILABLE,
            "Kafka did not take a letter that was sent again: "
                + e.getCause().getMessage()
                + "; start the replay again, what arrived is not sent twice",
            e);
      }
    }
  }
}
