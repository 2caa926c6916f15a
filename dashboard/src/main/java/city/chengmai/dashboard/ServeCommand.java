package city.chengmai.dashboard;

import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the pages until the process is told to end. */
@Command(name = "serve", description = "Serve the pages.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final String DIE_WITH_PARENT = "CHENGMAI_DIE_WITH_PARENT";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting; see the table in the README.")
  private Map<String, String> explicit = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = Settings.ofProcess(explicit);
    settings.requireKnown(known());
    CountDownLatch end = new CountDownLatch(1);
    try (Dashboard dashboard = Dashboard.start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(end::countDown, "dashboard-stop"));
      endWithParent(end);
      System.out.println(
          "ready dashboard http://"
              + settings.get(DashboardSettings.HOST)
              + ":"
              + dashboard.port()
              + "/wall");
      end.await();
    }
    return 0;
  }

  private static List<Setting<?>> known() {
    List<Setting<?>> known = new ArrayList<>(SharedSettings.all());
    known.addAll(DashboardSettings.all());
    return known;
  }

  /** A service that was started by another must not outlive it. */
  private static void endWithParent(CountDownLatch end) {
    if (!"1".equals(System.getenv(DIE_WITH_PARENT))) {
      return;
    }
    Thread watch = new Thread(() -> untilInputCloses(end), "dashboard-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void untilInputCloses(CountDownLatch end) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // A broken pipe says the same as its end.
    }
    end.countDown();
  }
}
