package city.chengmai.ingest;

import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.backup.Exchange;
import city.chengmai.ingest.backup.InstallationFiles;
import java.nio.file.Path;

/**
 * An installation that is backed up or restored.
 *
 * @param settings that reach its store and Kafka
 * @param exchange where its server puts and looks for backups
 * @param local data directory of a local run; null for servers of their own
 * @param engine the store of a local run that stood still, started for this; null when it runs
 */
record Site(Settings settings, Exchange exchange, Path local, EmbeddedClickHouse engine)
    implements AutoCloseable {

  /** Whether nothing of it runs, so that Kafka's files may be copied. */
  boolean standsStill() {
    return engine != null;
  }

  /**
   * Its files.
   *
   * @param withBroker also those of the broker
   */
  InstallationFiles files(boolean withBroker) {
    InstallationFiles files = new InstallationFiles();
    if (local != null) {
      files.with("city.properties", local.resolve("city.properties"));
    }
    if (withBroker) {
      files.with("broker", local.resolve("broker"));
    }
    return files.with("ingest", settings.get(IngestSettings.DATA_DIRECTORY));
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
