package city.chengmai.analytics.job;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.settings.CityTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the jobs that raise alerts over everything in the tables, and no other job. */
public final class AlertJobs {

  private AlertJobs() {}

  /**
   * Judges every day up to now.
   *
   * @param recentDays days that rules look at which only look at the latest
   */
  public static void run(
      EngineFixture engine, HolidayCalendar holidays, Instant now, double recentDays) {
    AlertRules rules = AlertRules.bundled();
    AnalyticsRun analytics =
        new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> holidays,
            CityTime.fixed(CityClock.parse("fixed:" + now)),
            InstantSource.system());
    RunContext run = analytics.context(Optional.empty(), analytics.mark());
    Map<String, Double> recent = Map.of("recent-days", recentDays, "recent-days.hour", recentDays);
    for (Job job : jobs(rules, recent)) {
      job.run(run);
    }
  }

  private static List<Job> jobs(AlertRules rules, Map<String, Double> recent) {
    return List.of(
        new UnusualVolumeJob(of(rules, "A02", recent), firstDay -> CityPlans.NONE),
        new ClusterScanJob(of(rules, "A03-scan", recent)),
        new SensorJob(of(rules, "A16", recent)),
        new HandlingJob(of(rules, "A17", recent)),
        new PatrolJob(of(rules, "A18", recent)));
  }

  private static AlertRule of(AlertRules rules, String id, Map<String, Double> numbers) {
    return rules.rule(id).with(numbers);
  }
}
