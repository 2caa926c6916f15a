package city.chengmai.ingest.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Formats a KRaft data directory on the first start and leaves a formatted one alone. */
final class StorageDirectory {

  private StorageDirectory() {}

  /** Whether a broker has run here and was killed: Kafka leaves a mark when it stops cleanly. */
  static boolean leftByAKill(Path directory) {
    return Files.exists(directory.resolve("meta.properties"))
        && Files.exists(directory.resolve("__cluster_metadata-0"))
        && !Files.exists(directory.resolve(".kafka_cleanshutdown"));
  }

  static void formatWhenNew(Path directory, BrokerQuorum quorum) throws IOException {
    Files.createDirectories(directory);
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream silence =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silence)
          .setNodeId(quorum.node())
          .setClusterId(quorum.clusterId().toString())
          .addDirectory(directory.toAbsolutePath().toString())
          .setMetadataLogDirectory(directory.toAbsolutePath().toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("cannot format the broker's data directory " + directory, e);
    }
  }
}
