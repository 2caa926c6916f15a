package city.chengmai.dashboard;

import city.chengmai.dashboard.notify.BulletinPost;
import city.chengmai.dashboard.notify.ChannelFile;
import city.chengmai.dashboard.notify.Notifier;
import city.chengmai.dashboard.page.bulletin.BulletinPaper;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes the notifier from the settings. */
final class Notifying {

  private Notifying() {}

  /** The notifier; empty unless this process is the one that tells. */
  static Optional<Notifier> of(DashboardParts parts, Bulletins bulletins) {
    Settings settings = parts.settings();
    if (!settings.get(DashboardSettings.NOTIFY)) {
      return Optional.empty();
    }
    String file = settings.get(DashboardSettings.NOTIFY_CHANNELS_FILE);
    if (file.isEmpty()) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "dashboard.notify is true, but dashboard.notify-channels-file names no file of channels");
    }
    Notifier.Pace pace = pace(settings);
    return Optional.of(
        new Notifier(
            new ChannelFile(System.getenv(), pace.newest()).read(Path.of(file)),
            parts.city(),
            parts.store(),
            parts.writer(),
            new BulletinPost(
                bulletins.queries(),
                bulletins.journal(),
                new BulletinPaper(parts.pages(), parts.city()),
                pace.publicUrl()),
            InstantSource.system(),
            pace));
  }

  private static Notifier.Pace pace(Settings settings) {
    return new Notifier.Pace(
        Duration.ofMillis(settings.get(DashboardSettings.NOTIFY_ROUND_MILLISECONDS)),
        Duration.ofMillis(settings.get(DashboardSettings.NOTIFY_RETRY_MILLISECONDS)),
        settings.get(DashboardSettings.NOTIFY_ATTEMPTS),
        Duration.ofHours(settings.get(DashboardSettings.NOTIFY_NEWEST_HOURS)),
        settings.get(DashboardSettings.PUBLIC_URL));
  }
}
