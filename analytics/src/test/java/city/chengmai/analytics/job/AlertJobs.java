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
import java.time.LocalDate;
import java.util.ArrayList;
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
    run(engine, holidays, now, recentDays, List.of());
  }

  /** The same in several runs, each of which begins on one of these days. */
  public static void run(
      EngineFixture engine,
      HolidayCalendar holidays,
      Instant now,
      double recentDays,
      List<LocalDate> begins) {
    AlertRules rules = AlertRules.bundled();
    AnalyticsRun analytics =
        new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> holidays,
            CityTime.fixed(CityClock.parse("fixed:" + now)),
            InstantSource.system());
    RunContext whole = analytics.context(Optional.empty(), analytics.mark());
    Map<String, Double> recent = Map.of("recent-days", recentDays, "recent-days.hour", recentDays);
    for (RunContext run : runs(whole, begins)) {
      for (Job job : jobs(rules, recent)) {
        job.run(run);
      }
    }
  }

  private static List<RunContext> runs(RunContext whole, List<LocalDate> begins) {
    if (begins.isEmpty()) {
      return List.of(whole);
    }
    List<RunContext> runs = new ArrayList<>();
    for (int i = 0; i < begins.size(); i++) {
      LocalDate end = i + 1 < begins.size() ? begins.get(i + 1) : whole.days().to();
      runs.add(whole.of(new DaySpan(begins.get(i), end)));
    }
    return runs;
  }

  private static List<Job> jobs(AlertRules rules, Map<String, Double> recent) {
    CityNumbers numbers = CityNumbers.bundled();
    return List.of(
        new UnusualVolumeJob(of(rules, "A02", recent), firstDay -> CityPlans.NONE),
        new ClusterScanJob(of(rules, "A03-scan", recent), numbers),
        new SensorJob(of(rules, "A16", recent), numbers),
        new HandlingJob(of(rules, "A17", recent), numbers),
        new PatrolJob(of(rules, "A18", recent), numbers));
  }

  private static AlertRule of(AlertRules rules, String id, Map<String, Double> numbers) {
    return rules.rule(id).with(numbers);
  }
}
