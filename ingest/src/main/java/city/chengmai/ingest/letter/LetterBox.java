package city.chengmai.ingest.letter;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.InsertBlock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Dead letters in ClickHouse. */
public final class LetterBox {

  /** Letters of one reason and source, and what became of those that were sent again. */
  public record Count(
      String reason, String source, long letters, long replayed, long acceptedSince) {}

  private static final String COUNTS =
      "SELECT reason, source, count() AS letters, countIf(replayed) AS sent_again,"
          + " countIf(replayed AND accepted) AS accepted_since FROM (SELECT reason, source,"
          + " dead_letter_id IN "
          + LetterFilter.SENT_AGAIN
          + " AS replayed,"
          + " (source, event_id) IN (SELECT source, id FROM events WHERE (source, id) IN"
          + " (SELECT source, event_id FROM dead_letters WHERE dead_letter_id IN"
          + " (SELECT dead_letter_id FROM dead_letter_replays))) AS accepted FROM dead_letters FINAL";

  private final ClickHouseClient client;

  /** Reads and writes as this client's user; the caller closes it. */
  public LetterBox(ClickHouseClient client) {
    this.client = client;
  }

  /** The chosen letters, oldest first. */
  public List<StoredLetter> letters(LetterFilter filter) {
    String select = "SELECT " + StoredLetter.COLUMNS + " FROM dead_letters FINAL";
    String order = " ORDER BY received_at, dead_letter_id LIMIT {limit:UInt32}";
    return client.rows(filter.query(select, order).with("limit", filter.limit())).stream()
        .map(StoredLetter::of)
        .toList();
  }

  /** How many there are, most first. */
  public List<Count> counts(LetterFilter filter) {
    String group = ") GROUP BY reason, source ORDER BY letters DESC, reason, source";
    return client.rows(filter.query(COUNTS, group)).stream()
        .map(
            row ->
                new Count(
                    row.get("reason").asText(),
                    row.get("source").asText(),
                    row.get("letters").asLong(),
                    row.get("sent_again").asLong(),
                    row.get("accepted_since").asLong()))
        .toList();
  }

  /** Remembers that these were sent again, at a moment before they were. */
  public void replayed(List<String> ids, Instant at) {
    String rows =
        ids.stream()
            .map(id -> id + "\t" + at.getEpochSecond() + "\t" + at.toEpochMilli())
            .collect(Collectors.joining("\n"));
    client.insert(
        InsertBlock.of(
            "dead_letter_replays",
            List.of("dead_letter_id", "replayed_at", "version"),
            "TSV",
            rows.getBytes(StandardCharsets.UTF_8)));
  }
}
