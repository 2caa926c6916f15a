package city.chengmai.ingest.letter;

import city.chengmai.datasets.clickhouse.ClickHouseQuery;

/**
 * Which dead letters; an empty text does not choose.
 *
 * @param reason wire name of the reason
 * @param source CloudEvents source
 * @param type CloudEvents type
 * @param id id of one letter
 * @param again also those that were sent again before
 * @param limit at most so many, the oldest first
 */
public record LetterFilter(
    String reason, String source, String type, String id, boolean again, int limit) {

  /** Letters that were sent again and not refused again since. */
  static final String SENT_AGAIN =
      "(SELECT r.dead_letter_id FROM dead_letter_replays AS r FINAL"
          + " INNER JOIN dead_letters AS d FINAL ON d.dead_letter_id = r.dead_letter_id"
          + " WHERE r.version >= d.version)";

  private static final String CHOSEN =
      " WHERE ({reason:String} = '' OR reason = {reason:String})"
          + " AND ({source:String} = '' OR source = {source:String})"
          + " AND ({type:String} = '' OR type = {type:String})"
          + " AND ({id:String} = '' OR dead_letter_id = {id:String})"
          + " AND ({again:UInt8} = 1 OR dead_letter_id NOT IN "
          + SENT_AGAIN
          + ")";

  /** A query over table {@code dead_letters} with what is chosen. */
  ClickHouseQuery query(String select, String rest) {
    return ClickHouseQuery.of(select + CHOSEN + rest)
        .with("reason", reason)
        .with("source", source)
        .with("type", type)
        .with("id", id)
        .with("again", again ? 1 : 0);
  }
}
