package city.chengmai.analytics;

import city.chengmai.analytics.job.AnalyticsRun;
import city.chengmai.analytics.job.Follower;
import city.chengmai.analytics.job.Progress;
import city.chengmai.analytics.spark.SparkSessions;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.CityHolidays;
import city.chengmai.datasets.source.CityRules;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Computes everything once, or keeps it up to date. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Compute indicators, portraits and alerts.")
final class RunCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Mode mode;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting; overrides the environment.")
  private Map<String, String> explicit = new LinkedHashMap<>();

  /** How long to run. */
  static final class Mode {

    @Option(names = "--once", description = "Compute the city's whole period, then exit.")
    private boolean once;

    @Option(names = "--follow", description = "Compute, then follow new data until stopped.")
    private boolean follow;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.ofProcess(explicit);
    List<Setting<?>> known = new ArrayList<>(AnalyticsSettings.shared());
    known.addAll(AnalyticsSettings.own());
    settings.requireKnown(known);
    Shutdown.watch();
    StandingBack.by(settings.get(AnalyticsSettings.NICENESS));
    Progress progress =
        (done, total, message) ->
            System.out.println("progress analytics " + done + " " + total + " " + message);
    progress.step(0, 0, "starting Spark on " + settings.get(AnalyticsSettings.SPARK_MASTER));
    int partitions = settings.get(AnalyticsSettings.PARTITIONS);
    try (SparkSession spark =
        SparkSessions.open(settings.get(AnalyticsSettings.SPARK_MASTER), partitions)) {
      run(settings, analytics(settings, spark, partitions), progress);
    }
    return 0;
  }

  private void run(Settings settings, AnalyticsRun analytics, Progress progress) {
    if (mode.once && !mode.follow) {
      analytics.run(Optional.empty(), progress);
      return;
    }
    try (HealthPort health =
            HealthPort.open(
                settings, Store.of(SharedSettings.writer(settings)), InstantSource.system());
        Follower follower =
            new Follower(
                analytics,
                InstantSource.system(),
                Duration.ofSeconds(settings.get(AnalyticsSettings.POLL_SECONDS)),
                Duration.ofSeconds(settings.get(AnalyticsSettings.REFRESH_SECONDS)),
                progress,
                fault -> FaultReport.category(fault).retryable())) {
      analytics.tell(health.runs());
      progress.step(
          0,
          0,
          "health on http://" + settings.get(AnalyticsSettings.HTTP_HOST) + ":" + health.port());
      Shutdown.closing(follower);
      follower.follow(() -> System.out.println("ready analytics"));
    }
  }

  private static AnalyticsRun analytics(Settings settings, SparkSession spark, int partitions) {
    CityTime time = CityTime.of(settings);
    return new AnalyticsRun(
        spark,
        Store.of(SharedSettings.writer(settings))
            .standingBack(settings.get(AnalyticsSettings.NICENESS)),
        partitions,
        new CityHolidays(settings.get(SharedSettings.CITY_NAME), time),
        firstDay -> CityPlans.of(settings.get(SharedSettings.CITY_NAME), firstDay),
        CityRules.of(settings.get(SharedSettings.CITY_NAME)),
        EmpowermentModels.bundled(),
        Optional.of(Store.of(SharedSettings.analyst(settings))),
        time,
        InstantSource.system());
  }
}
