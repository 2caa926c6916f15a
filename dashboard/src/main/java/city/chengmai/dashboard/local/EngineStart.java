package city.chengmai.dashboard.local;

import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.embedded.ClickHouseLibrary;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EngineListener;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.datasets.schema.SchemaMigrator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Installs and starts the embedded ClickHouse, telling the board. */
final class EngineStart {

  private static final int MEGABYTE_SHIFT = 20;

  private final DataDirectory data;
  private final LocalPorts ports;
  private final RunBoard board;

  EngineStart(DataDirectory data, LocalPorts ports, RunBoard board) {
    this.data = data;
    this.ports = ports;
    this.board = board;
  }

  /**
   * A ClickHouse that answers.
   *
   * @throws PartFailedException when it cannot be had
   */
  EmbeddedClickHouse engine() {
    Path library = attempt(Part.LIBRARY, this::library);
    board.enter(Part.LIBRARY, PartState.DONE);
    board.enter(Part.CLICKHOUSE, PartState.STARTING);
    return attempt(
        Part.CLICKHOUSE,
        () ->
            EmbeddedClickHouse.start(
                data.of(Part.CLICKHOUSE),
                new EnginePorts(ports.clickhouseHttp(), ports.clickhouseNative()),
                listener(),
                library));
  }

  /** Makes the tables; the board then calls ClickHouse ready. */
  void migrate(ClickHouseEndpoint admin) {
    attempt(
        Part.CLICKHOUSE,
        () -> {
          new SchemaMigrator(admin).migrate();
          return "";
        });
    board.say(Part.CLICKHOUSE, PartState.READY, admin.url().toString());
  }

  private Path library() {
    board.enter(Part.LIBRARY, PartState.STARTING);
    return ClickHouseLibrary.ofUser()
        .install(
            (done, total, message) ->
                board.hear(
                    Part.LIBRARY,
                    new ProgressLine.Progress(
                        Part.LIBRARY.wireName(),
                        done >> MEGABYTE_SHIFT,
                        total >> MEGABYTE_SHIFT,
                        message + " (MB)")));
  }

  private EngineListener listener() {
    return new EngineListener() {
      @Override
      public void ended(int exitCode, Duration restartIn) {
        board.say(Part.CLICKHOUSE, PartState.RESTARTING, "ended with exit code " + exitCode);
      }

      @Override
      public void restarted(long pid) {
        board.say(Part.CLICKHOUSE, PartState.READY, "answers again, process " + pid);
      }
    };
  }

  private <T> T attempt(Part part, Supplier<T> step) {
    try {
      return step.get();
    } catch (StoreException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new RunStoppedException();
      }
      PartFailure failure =
          new PartFailure(
              part,
              e.getMessage(),
              e.exitCode(),
              data.of(Part.CLICKHOUSE).resolve("log"),
              List.of());
      board.fail(failure);
      throw new PartFailedException(failure);
    }
  }
}
