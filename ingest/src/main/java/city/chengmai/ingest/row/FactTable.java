package city.chengmai.ingest.row;

import java.util.List;
import java.util.Locale;

/**
 * The tables that ingest writes, each with the columns of its rows in the order of the bytes. A row
 * on Kafka may be older than this code: whoever changes columns gives the layout a new number and
 * keeps the old list for as long as the topic keeps its records.
 */
public enum FactTable {
  /** Accepted events. */
  EVENTS("source id type subject grid overlay_grid occurred_at recorded_at data version"),
  /**
   * Accepted events that came with other content before. The sink writes them to {@link #EVENTS}
   * too.
   */
  EVENT_REVISIONS("source id type subject grid overlay_grid occurred_at recorded_at data version"),
  /** Cases, current state. */
  CASES(
      "case_id source channel category kind level grid overlay_grid longitude latitude address"
          + " description unit stage reported_at verified_at accepted_at filed_at due_at"
          + " dispatched_at disposed_at checked_at closed_at cancelled_at suspended extensions"
          + " suspensions returns reworks reopenings order_id site_id updated_at recorded_at"
          + " version"),
  /** Hotline orders, current state. */
  HOTLINE_ORDERS(
      "order_id source category demander_type grid longitude latitude caller_hash case_id"
          + " received_at contact_needed first_contacted_at due_at replied_at outcome"
          + " called_back_at answered satisfaction updated_at recorded_at version"),
  /** Patrol rounds, current state. */
  PATROL_ROUNDS(
      "round_id source grid planned_for completed_at coverage valid findings recorded_at version"),
  /** Device readings. */
  OBSERVATIONS("device_id kind metric grid observed_at value unit source id recorded_at version"),
  /** Device alarms, current state. */
  DEVICE_ALARMS("alarm_id device_id kind grid raised_at acknowledged_at recorded_at version"),
  /** Base records, current state. */
  REGISTRY(
      "record_id record_kind name grid attributes app valid_from valid_to updated_at recorded_at"
          + " version"),
  /** Refused events. */
  DEAD_LETTERS(
      "dead_letter_id reason detail source event_id type subject payload payload_bytes"
          + " received_at version");

  private static final int LAYOUT = 1;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<String> columns;

  FactTable(String columns) {
    this.columns = List.of(columns.split(" "));
  }

  /** The name in ClickHouse. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Columns in the order of the bytes. */
  public List<String> columns() {
    return columns;
  }

  /** Number of the row layout. */
  public int layout() {
    return LAYOUT;
  }
}
