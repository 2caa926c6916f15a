package city.chengmai.ingest.sink;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.ingest.row.FactTable;
import java.util.List;

/**
 * Writes revisions of events: first what they replace goes from {@code events} to {@code
 * event_revisions}, then the revisions go to both. Each of the three can be repeated. In {@code
 * events} the larger version wins; a batch writes that table first, so that what is replaced stands
 * there by then.
 */
public final class RevisionStore implements RowStore {

  /** Identities in one statement: its parameters travel in the address of the request. */
  private static final int AT_ONCE = 200;

  /** Without FINAL: a part that is not merged yet may still have what a merge would drop. */
  private static final String KEEP =
      "INSERT INTO event_revisions SELECT "
          + String.join(", ", FactTable.EVENT_REVISIONS.columns())
          + " FROM events WHERE (source, id) IN (SELECT arrayJoin(arrayZip("
          + "{sources:Array(String)}, {ids:Array(String)}))) SETTINGS final = 0";

  private final RowStore rows;
  private final ClickHouseClient client;

  /** Writes rows through that store and copies with this client; the caller closes it. */
  public RevisionStore(RowStore rows, ClickHouseClient client) {
    this.rows = rows;
    this.client = client;
  }

  @Override
  public void insert(FactTable table, byte[] bytes, int length) {
    if (table == FactTable.EVENT_REVISIONS) {
      keepReplaced(EventIdentity.all(bytes, length));
      rows.insert(FactTable.EVENTS, bytes, length);
    }
    rows.insert(table, bytes, length);
  }

  private void keepReplaced(List<EventIdentity> identities) {
    for (int from = 0; from < identities.size(); from += AT_ONCE) {
      List<EventIdentity> some =
          identities.subList(from, Math.min(identities.size(), from + AT_ONCE));
      client.execute(
          ClickHouseQuery.of(KEEP)
              .with("sources", some.stream().map(EventIdentity::source).toList())
              .with("ids", some.stream().map(EventIdentity::id).toList()));
    }
  }
}
