package city.chengmai.dashboard.page.desk;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.SavedQuery;
import city.chengmai.dashboard.page.wall.StatementSource;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kept statements that walls show (钉到大屏): each edition runs as the analyst under the desk's limits,
 * with the values that are kept with it. Only what all analysts see is shown. Owns its client.
 */
public final class WallStatements implements StatementSource, AutoCloseable {

  private static final DeskLimits LIMITS =
      new DeskLimits(DeskLimits.DEFAULT_ROWS, DeskLimits.DEFAULT_SECONDS);

  private final QueryJournal journal;
  private final InstantSource clock = InstantSource.system();
  private final ClickHouseClient analyst;
  private final DeskEngine engine;

  /** Statements of this journal, run as the analyst of the settings. */
  public WallStatements(Settings settings, QueryJournal journal) {
    this.journal = requireNonNull(journal, "journal");
    this.analyst = new ClickHouseClient(SharedSettings.analyst(settings));
    this.engine = new DeskEngine(analyst, analyst);
  }

  @Override
  public Answer ask(String query, int edition) {
    SavedQuery kept =
        journal
            .shared(query, edition)
            .orElseThrow(
                () ->
                    new StoreException(
                        ErrorCategory.BAD_CONFIGURATION,
                        "statement %s has no edition %d that all analysts see; share it, or choose another"
                            .formatted(query, edition)));
    DeskStatement statement =
        new DeskStatement(
            kept.text().statement(),
            Placeholders.of(kept.text().statement())
                .values(kept.text().parameters(), MultiMap.caseInsensitiveMultiMap()),
            "wall:" + query);
    try {
      ResultTable table = engine.run(new DeskRun(statement, LIMITS, clock.instant())).table();
      return new Rows(kept.text().name(), table);
    } catch (RefusedException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "statement %s edition %d was refused: %s %s"
              .formatted(query, edition, e.refusal().key(), e.refusal().argument()));
    }
  }

  @Override
  public void close() {
    analyst.close();
  }

  /** Rows that came back. */
  private record Rows(String name, ResultTable table) implements Answer {

    @Override
    public Optional<Chart> chart(ZoneId zone, Messages messages) {
      return DeskChart.of(table, zone, messages);
    }

    @Override
    public List<String> columns() {
      return table.columns().stream().map(ResultColumn::name).toList();
    }

    @Override
    public List<List<String>> rows(int most) {
      return table.rows().stream().limit(most).map(Rows::cells).toList();
    }

    private static List<String> cells(JsonNode row) {
      List<String> cells = new ArrayList<>();
      row.forEach(
          cell -> {
            String text = cell.isContainerNode() ? cell.toString() : cell.asText();
            cells.add(cell.isNull() ? "–" : text);
          });
      return cells;
    }

    @Override
    public boolean truncated() {
      return table.truncated();
    }
  }
}
