package city.chengmai.ingest;

import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.backup.Backup;
import city.chengmai.ingest.backup.Bookmarks;
import city.chengmai.ingest.backup.KeyCheck;
import city.chengmai.ingest.backup.Manifest;
import city.chengmai.ingest.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a backup of the store and of what only this installation knows. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Write a backup (备份): tables, accounts, files of the installation, sums of all.")
final class BackupCommand implements Callable<Integer> {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A directory of its own, absent or empty.")
  private Path to;

  @Mixin private SiteOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Site site = options.site()) {
      Manifest done = write(site);
      System.out.println(
          "report backup id="
              + done.id()
              + " tables="
              + done.tables().size()
              + " rows="
              + done.rows()
              + " files="
              + done.files().size()
              + " bytes="
              + done.bytes()
              + " kafka="
              + done.bookmarks().kafka()
              + " left-out="
              + String.join(",", done.leftOut()));
    }
    return 0;
  }

  private Manifest write(Site site) throws IOException, InterruptedException {
    Settings settings = site.settings();
    boolean still = site.standsStill();
    Bookmarks marks =
        still
            ? Bookmarks.inside()
            : Backup.bookmarks(settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS));
    if (still && Files.exists(site.local().resolve("broker"))) {
      EmbeddedBroker.requireStopped(site.local().resolve("broker"));
    }
    String check = KeyCheck.of(PseudonymKey.known(settings).orElse(""));
    return new Backup(to, site.exchange(), InstantSource.system(), BackupCommand::say)
        .write(SharedSettings.admin(settings), marks, check, site.files(still));
  }

  private static void say(String step) {
    System.out.println("progress backup 0 0 " + step);
  }
}
