package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.FunctionGuard;
import city.chengmai.datasets.clickhouse.ReadSummary;
import city.chengmai.datasets.clickhouse.RowStream;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The ClickHouse side of the desk: statements run as the analyst, looking and killing is done as
 * the administrator but only on queries of the analyst. Blocking, thread-safe, owns neither client.
 */
final class DeskEngine implements StatementEngine {

  private static final String LOG_COMMENT = "chengmai-desk";

  private final ClickHouseClient analyst;
  private final ClickHouseClient administrator;

  DeskEngine(ClickHouseClient analyst, ClickHouseClient administrator) {
    this.analyst = analyst;
    this.administrator = administrator;
  }

  @Override
  public DeskOutcome.Finished run(DeskRun run) {
    guard(run.statement());
    ClickHouseQuery query =
        limited(run.statement(), run.limits().seconds())
            .setting("limit", run.limits().rows() + 1)
            .setting("max_result_bytes", DeskLimits.MOST_BYTES)
            .setting("wait_end_of_query", 1)
            .withId(run.id());
    try (RowStream stream = analyst.stream(query)) {
      run.progress(progress(stream.summary()));
      return new DeskOutcome.Finished(read(stream, run.limits().rows()));
    }
  }

  /**
   * The whole result for an export, row by row. The server has all of it before the first row
   * comes, so that a result too large or a late fault is known beforehand. The caller closes it.
   *
   * @throws RefusedException when its text is refused
   */
  RowStream rows(DeskExport export) {
    return analyst.stream(whole(export));
  }

  /** The same as the bytes of a format of the server. */
  InputStream bytes(DeskExport export, String format) {
    return analyst.body(whole(export), format);
  }

  private ClickHouseQuery whole(DeskExport export) {
    guard(export.statement());
    return limited(export.statement(), DeskLimits.MOST_SECONDS)
        .setting("max_result_rows", export.form().mostRows())
        .setting("max_result_bytes", DeskLimits.MOST_EXPORT_BYTES)
        .setting("result_overflow_mode", "throw")
        .setting("wait_end_of_query", 1)
        .withId(export.id());
  }

  @Override
  public Optional<DeskProgress> progress(String queryId) {
    List<ObjectNode> rows =
        administrator.rows(
            ClickHouseQuery.of(
                    """
                    SELECT read_rows, read_bytes, total_rows_approx, peak_memory_usage, elapsed
                    FROM system.processes
                    WHERE query_id = {query_id:String} AND user = {user:String}
                    """)
                .with("query_id", queryId)
                .with("user", analyst.endpoint().user()));
    return rows.stream().findFirst().map(DeskEngine::progress);
  }

  @Override
  public void kill(String queryId) {
    administrator.execute(
        ClickHouseQuery.of(
                "KILL QUERY WHERE query_id = {query_id:String} AND user = {user:String} ASYNC")
            .with("query_id", queryId)
            .with("user", analyst.endpoint().user()));
  }

  private void guard(DeskStatement statement) {
    FunctionGuard.find(analyst, statement.query())
        .ifPresent(
            finding -> {
              String key =
                  switch (finding.kind()) {
                    case FUNCTION -> "function";
                    case SETTING -> "setting";
                    case STATEMENT -> "write";
                  };
              throw new RefusedException(Refusal.byDesk(key, finding.name()));
            });
  }

  private static ClickHouseQuery limited(DeskStatement statement, int seconds) {
    return statement
        .query()
        .setting("max_execution_time", seconds)
        .setting("log_comment", LOG_COMMENT);
  }

  private static ResultTable read(RowStream stream, int limit) {
    List<ResultColumn> columns =
        stream.columns().stream().map(c -> new ResultColumn(c.name(), c.type())).toList();
    KeptRows rows = new KeptRows(DeskLimits.MOST_BYTES);
    while (rows.size() < limit && stream.hasNext()) {
      rows.add(stream.next());
    }
    return rows.table(columns, stream.hasNext());
  }

  private static DeskProgress progress(ReadSummary summary) {
    return new DeskProgress(
        summary.readRows(),
        summary.readBytes(),
        summary.readRows(),
        summary.memoryBytes(),
        summary.elapsedNanos() / 1e9);
  }

  private static DeskProgress progress(ObjectNode row) {
    return new DeskProgress(
        row.get("read_rows").asLong(),
        row.get("read_bytes").asLong(),
        row.get("total_rows_approx").asLong(),
        row.get("peak_memory_usage").asLong(),
        row.get("elapsed").asDouble());
  }
}
