package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EnginePorts;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.backup.Exchange;
import city.chengmai.ingest.backup.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the installation which is backed up or restored. */
final class SiteOptions {

  /** Ports of a local run beside its dashboard's, as README says. */
  private static final int STORE = 10;

  private static final int BROKER = 20;

  @Mixin private ServiceOptions options;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory of a local run; else settings name the store and Kafka.")
  private Path data;

  @Option(
      names = "--port",
      defaultValue = "7400",
      description = "With --data: port of the local run's dashboard (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--exchange",
      paramLabel = "DIR",
      description =
          "Without --data: directory that the ClickHouse server's backups.allowed_path allows.")
  private Path exchange;

  @Option(
      names = "--exchange-on-server",
      paramLabel = "DIR",
      description = "That directory's path on the server, when it differs.")
  private String exchangeOnServer;

  /**
   * The installation: started for as long as this takes when it is a local one that stands still.
   */
  Site site() {
    return data == null ? server() : local(root());
  }

  /** Settings of the installation, without looking whether anything of it runs. */
  Settings settings() {
    Settings settings = options.settings();
    return data == null
        ? settings
        : settings.with(
            Map.of(IngestSettings.DATA_DIRECTORY.key(), root().resolve("ingest").toString()));
  }

  /** Refuses a data directory in which files of Kafka and ingest would have to give way. */
  void requireRoomForKafka() throws IOException {
    for (String part : data == null ? List.<String>of() : List.of("broker", "ingest")) {
      if (!FileTree.isEmpty(root().resolve(part))) {
        throw new StoreException(
            ErrorCategory.BAD_CONFIGURATION,
            "nothing was restored: "
                + root().resolve(part)
                + " is not empty, and the backup holds its files. Such a backup is restored into an"
                + " empty data directory only; choose another one, or move this one away");
      }
    }
  }

  private Path root() {
    return data.toAbsolutePath().normalize();
  }

  private Site server() {
    if (exchange == null) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "--exchange is missing: a directory that this command and the ClickHouse server both see,"
              + " and that the server's setting backups.allowed_path allows; or --data for a local"
              + " run");
    }
    Exchange shared = Exchange.shared(exchange);
    return new Site(
        options.settings(),
        exchangeOnServer == null ? shared : new Exchange(shared.here(), exchangeOnServer),
        null,
        null);
  }

  private Site local(Path directory) {
    Path store = directory.resolve("clickhouse");
    if (EmbeddedClickHouse.isRunning(store)) {
      EnginePorts ports = new EnginePorts(port + STORE, port + STORE + 1);
      return localSite(directory, EmbeddedClickHouse.environment(store, ports), null);
    }
    EmbeddedClickHouse engine = EmbeddedClickHouse.start(store);
    return localSite(directory, engine.environment(), engine);
  }

  private Site localSite(
      Path directory, Map<String, String> environment, EmbeddedClickHouse engine) {
    Settings settings =
        options
            .settings(environment)
            .with(
                Map.of(
                    IngestSettings.DATA_DIRECTORY.key(),
                    directory.resolve("ingest").toString(),
                    SharedSettings.KAFKA_BOOTSTRAP_SERVERS.key(),
                    "127.0.0.1:" + (port + BROKER)));
    Path exchanged = EmbeddedClickHouse.backupDirectory(directory.resolve("clickhouse"));
    return new Site(settings, Exchange.shared(exchanged), directory, engine);
  }
}
