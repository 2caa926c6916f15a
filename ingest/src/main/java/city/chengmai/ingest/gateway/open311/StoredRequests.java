package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.ingest.gateway.http.RequestRefused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks ClickHouse for cases, with few questions at once. Thread-safe. */
final class StoredRequests {

  private static final Logger LOG = LoggerFactory.getLogger(StoredRequests.class);
  private static final int AT_ONCE = 8;
  private static final int SECONDS = 10;
  private static final String COLUMNS =
      """
      SELECT case_id, stage, category, description, unit, address, longitude, latitude,
        if(stage IN ('closed', 'cancelled'), 'closed', 'open') AS status,
        toUnixTimestamp64Milli(reported_at) AS requested,
        toUnixTimestamp64Milli(if(stage = 'closed', coalesce(closed_at, updated_at), updated_at))
          AS updated,
        toUnixTimestamp64Milli(due_at) AS expected
      FROM cases
      """;
  private static final String BY_ID = " WHERE case_id IN {ids:Array(String)}";
  private static final String BY_TIME =
      """
       WHERE reported_at >= {from:DateTime64(3, 'UTC')}
        AND reported_at <= {to:DateTime64(3, 'UTC')}
        AND (empty({categories:Array(String)}) OR has({categories:Array(String)}, category))
        AND (if(stage IN ('closed', 'cancelled'), {closed:Bool}, {open:Bool}))
      """;
  private static final String PAGE =
      " ORDER BY reported_at DESC, case_id LIMIT {limit:UInt32} OFFSET {offset:UInt64}";

  private final ClickHouseClient reader;
  private final Semaphore room = new Semaphore(AT_ONCE);

  StoredRequests(ClickHouseClient reader) {
    this.reader = reader;
  }

  /** Rows of cases, latest first. */
  List<ObjectNode> find(RequestFilter filter) {
    ClickHouseQuery query = filter.ids().isEmpty() ? byTime(filter) : byId(filter);
    return ask(
        client ->
            client.rows(
                query
                    .with("limit", filter.limit())
                    .with("offset", filter.offset())
                    .setting("max_execution_time", SECONDS)));
  }

  private static ClickHouseQuery byId(RequestFilter filter) {
    return ClickHouseQuery.of(COLUMNS + BY_ID + PAGE).with("ids", filter.ids());
  }

  private static ClickHouseQuery byTime(RequestFilter filter) {
    return ClickHouseQuery.of(COLUMNS + BY_TIME + PAGE)
        .with("from", filter.from())
        .with("to", filter.to())
        .with("categories", filter.categories())
        .with("open", filter.open())
        .with("closed", filter.closed());
  }

  private <T> T ask(Function<ClickHouseClient, T> question) {
    if (!room.tryAcquire()) {
      throw new RequestRefused(503, "busy", "too many ask at once; ask again in a moment")
          .retryAfter(Duration.ofSeconds(1));
    }
    try {
      return question.apply(reader);
    } catch (StoreException e) {
      LOG.warn("requests cannot be read: {}", e.getMessage());
      throw new RequestRefused(
              503, "store-unavailable", "the requests cannot be read now; ask again in a moment")
          .retryAfter(Duration.ofSeconds(5));
    } finally {
      room.release();
    }
  }
}
