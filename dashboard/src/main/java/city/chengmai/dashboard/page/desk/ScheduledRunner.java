package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.library.SavedQuery;
import city.chengmai.dashboard.library.StatementRunner;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs scheduled statements as the analyst under the limits of the desk: 10,000 rows, 30 seconds.
 * Owns its client.
 */
public final class ScheduledRunner implements StatementRunner, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledRunner.class);
  private static final DeskLimits LIMITS =
      new DeskLimits(DeskLimits.MOST_ROWS, DeskLimits.DEFAULT_SECONDS);

  private final InstantSource clock = InstantSource.system();
  private final ClickHouseClient analyst;
  private final DeskEngine engine;

  /** Runs as the analyst of the settings. */
  public ScheduledRunner(Settings settings) {
    this.analyst = new ClickHouseClient(SharedSettings.analyst(settings));
    this.engine = new DeskEngine(analyst, analyst);
  }

  @Override
  public Result run(SavedQuery query) {
    String text = query.text().statement();
    int statements = StatementText.count(text);
    if (statements != 1) {
      return failed(Refusal.byDesk(statements == 0 ? "empty" : "several", "" + statements));
    }
    DeskStatement statement =
        new DeskStatement(
            text,
            Placeholders.of(text).values(query.text().parameters()),
            "schedule:" + query.id());
    DeskRun run = new DeskRun(statement, LIMITS, clock.instant());
    try {
      ResultTable table = engine.run(run).table();
      return new Result(table.rows().size(), firstNumber(table), "", "", "");
    } catch (RefusedException e) {
      return failed(e.refusal());
    } catch (StoreException e) {
      return failed(Refusal.from(e));
    } catch (RuntimeException | Error e) {
      LOG.warn("scheduled statement {}: run {} failed", query.id(), run.id(), e);
      return failed(Refusal.ofDefect(e, run.id()));
    }
  }

  /** Why a run failed, in the language of a page. */
  public static String sentence(Result result, Messages messages) {
    int code = result.argument().matches("[0-9]{1,6}") ? Integer.parseInt(result.argument()) : 0;
    return new RunAnswer(messages)
        .sentence(new Refusal(result.reason(), result.argument(), 0, 0, code, ""), LIMITS);
  }

  private static Result failed(Refusal refusal) {
    String argument =
        refusal.argument().isEmpty() && refusal.code() != 0
            ? String.valueOf(refusal.code())
            : refusal.argument();
    return new Result(0, Optional.empty(), refusal.key(), argument, refusal.detail());
  }

  /** The first cell of the first row whose column holds numbers; empty where it is null or none. */
  static Optional<Double> firstNumber(ResultTable table) {
    if (table.rows().isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).kind() == ColumnKind.NUMBER) {
        return number(table.rows().get(0).get(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Double> number(JsonNode cell) {
    if (cell.isNumber()) {
      return Optional.of(cell.asDouble());
    }
    try {
      // Integers of more than 32 bits travel as text.
      return cell.isTextual()
          ? Optional.of(Double.valueOf(cell.asText())).filter(Double::isFinite)
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    analyst.close();
  }
}
