package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.backup.Bookmarks.Kafka;
import city.chengmai.ingest.backup.KeyCheck;
import city.chengmai.ingest.backup.Manifest;
import city.chengmai.ingest.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a backup back into an empty installation. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Restore a backup (恢复) into an empty store; nothing happens when it is damaged.")
final class RestoreCommand implements Callable<Integer> {

  @Option(names = "--from", required = true, paramLabel = "DIR", description = "The backup.")
  private Path from;

  @Option(
      names = "--pseudonym-key-file",
      paramLabel = "FILE",
      description = "The key of the pseudonyms, which no backup holds.")
  private Path keyFile;

  @Option(
      names = "--new-pseudonym-key",
      description = "The key is lost: persons get new pseudonyms from now on.")
  private boolean newKey;

  @Mixin private SiteOptions options;

  @Override
  public Integer call() throws IOException {
    Restore restore = Restore.open(from);
    String given = keyFile == null ? "" : Files.readString(keyFile).strip();
    requireKey(restore.manifest(), given);
    boolean inside = restore.manifest().bookmarks().kafka() == Kafka.INSIDE;
    if (inside) {
      options.requireRoomForKafka();
    }
    try (Site site = options.site()) {
      Restore.Done done =
          restore.into(
              SharedSettings.admin(site.settings()),
              site.exchange(),
              site.files(inside && site.local() != null),
              InstantSource.system(),
              step -> System.out.println("progress restore 0 0 " + step));
      if (!given.isEmpty()) {
        PseudonymKey.put(site.settings(), given);
      }
      report(done);
    }
    return 0;
  }

  private void requireKey(Manifest manifest, String given) {
    String key = given.isEmpty() ? PseudonymKey.known(options.settings()).orElse("") : given;
    if (newKey || manifest.keyCheck().isEmpty() || KeyCheck.of(key).equals(manifest.keyCheck())) {
      return;
    }
    throw new StoreException(
        ErrorCategory.BAD_CONFIGURATION,
        "nothing was restored: "
            + (key.isEmpty() ? "there is no pseudonym key" : "this is another pseudonym key")
            + ", and under another one the same person would be two. Give the one of the backup with"
            + " --pseudonym-key-file FILE or setting ingest.pseudonym-key; if it is lost, say"
            + " --new-pseudonym-key");
  }

  private static void report(Restore.Done done) {
    List<String> kept = done.kept();
    System.out.println(
        "report restore id="
            + done.manifest().id()
            + " tables="
            + done.manifest().tables().size()
            + " rows="
            + done.manifest().rows()
            + " migrated="
            + done.migrated().size()
            + " kept="
            + kept.size());
    kept.forEach(path -> System.out.println("kept " + path + ", which was there already"));
  }
}
