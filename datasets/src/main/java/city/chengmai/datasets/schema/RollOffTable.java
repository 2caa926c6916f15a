package city.chengmai.datasets.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tables whose old rows may roll off (保存期限). No published value rests on any of them: analytics
 * compares the tables that indicators read day by day, and a day whose rows went would be counted
 * anew, as nothing. A table that is not here is kept for ever.
 */
public enum RollOffTable {
  /** Whole months; no detector looks back as far. */
  OBSERVATIONS(Table.OBSERVATIONS, "observed_at", true, 400),
  EVENT_REVISIONS(Table.EVENT_REVISIONS, "recorded_at", false, 30),
  DEAD_LETTERS(Table.DEAD_LETTERS, "received_at", false, 30),
  DEAD_LETTER_REPLAYS(Table.DEAD_LETTER_REPLAYS, "replayed_at", false, 30),
  INGEST_STATES(Table.INGEST_STATES, "since", false, 30),
  ALERT_DELIVERIES(Table.ALERT_DELIVERIES, "created_at", false, 30);

  private final Table table;
  private final String moment;
  private final boolean monthly;
  private final int leastDays;

  RollOffTable(Table table, String moment, boolean monthly, int leastDays) {
    this.table = table;
    this.moment = moment;
    this.monthly = monthly;
    this.leastDays = leastDays;
  }

  /** The table. */
  public Table table() {
    return table;
  }

  /** The column that says how old a row is; a moment. */
  public String moment() {
    return moment;
  }

  /** Whether it is partitioned by month of UTC of that column, so that whole months go. */
  public boolean monthly() {
    return monthly;
  }

  /** Days for which its rows have to be kept at least. */
  public int leastDays() {
    return leastDays;
  }

  /** By the name of its table. */
  public static Optional<RollOffTable> of(String tableName) {
    return Arrays.stream(values())
        .filter(one -> one.table.tableName().equals(tableName))
        .findFirst();
  }

  /** All with their least days, for people. */
  public static String list() {
    return Arrays.stream(values())
        .map(one -> one.name().toLowerCase(Locale.ROOT) + " (" + one.leastDays + " at least)")
        .collect(Collectors.joining(", "));
  }
}
