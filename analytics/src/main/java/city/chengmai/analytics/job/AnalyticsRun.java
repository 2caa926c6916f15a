package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.ClickHouseReader;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.FurtherDefinitions;
import city.chengmai.datasets.catalogue.ScoringScheme;
import city.chengmai.datasets.classfix.ClassMethod;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.conference.LevelRules;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.foresight.ForesightMethod;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.settings.CityTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Runs all jobs in their order over days of the city's period. One run at a time: not thread-safe,
 * and the caller owns the Spark session.
 */
public final class AnalyticsRun {

  /** Weeks of readings and months of cases are not read again at each look. */
  private static final Duration SELDOM = Duration.ofMinutes(10);

  /** Nobody decides about thresholds within the hour. */
  private static final Duration RARE = Duration.ofHours(1);

  private final SparkSession spark;
  private final Store store;
  private final int partitions;
  private final Function<String, HolidayCalendar> holidays;
  private final CityTime cityTime;
  private final InstantSource realClock;
  private final List<Job> jobs;
  private final Publisher publisher = new Publisher();
  private Optional<LocalDate> computedTo = Optional.empty();
  private DataMark seen = DataMark.NONE;
  private RunWatch watch = RunWatch.DEAF;

  /**
   * A runner.
   *
   * @param spark session
   * @param store tables, asked as the writer
   * @param partitions partitions of a read
   * @param holidays which days people work in the city of a name
   * @param cityTime the city's time
   * @param realClock real time, for versions of rows and the job log
   */
  public AnalyticsRun(
      SparkSession spark,
      Store store,
      int partitions,
      Function<String, HolidayCalendar> holidays,
      CityTime cityTime,
      InstantSource realClock) {
    this(spark, store, partitions, holidays, firstDay -> CityPlans.NONE, cityTime, realClock);
  }

  /**
   * A runner for a city with plans.
   *
   * @param plans what the city whose first day is given set out to do
   */
  public AnalyticsRun(
      SparkSession spark,
      Store store,
      int partitions,
      Function<String, HolidayCalendar> holidays,
      Function<LocalDate, CityPlans> plans,
      CityTime cityTime,
      InstantSource realClock) {
    this(spark, store, partitions, holidays, plans, AlertRules.bundled(), cityTime, realClock);
  }

  /**
   * A runner for a city with plans and numbers of its own.
   *
   * @param rules alert rules with the numbers of the city
   */
  public AnalyticsRun(
      SparkSession spark,
      Store store,
      int partitions,
      Function<String, HolidayCalendar> holidays,
      Function<LocalDate, CityPlans> plans,
      AlertRules rules,
      CityTime cityTime,
      InstantSource realClock) {
    this(
        spark,
        store,
        partitions,
        holidays,
        plans,
        rules,
        new EmpowermentModels(List.of()),
        cityTime,
        realClock);
  }

  /**
   * A runner for a city that also asks computing models.
   *
   * @param models asked one after the other, each about the days of its schedule
   */
  public AnalyticsRun(
      SparkSession spark,
      Store store,
      int partitions,
      Function<String, HolidayCalendar> holidays,
      Function<LocalDate, CityPlans> plans,
      AlertRules rules,
      EmpowermentModels models,
      CityTime cityTime,
      InstantSource realClock) {
    this(
        spark,
        store,
        partitions,
        holidays,
        plans,
        rules,
        models,
        Optional.empty(),
        cityTime,
        realClock);
  }

  /**
   * A runner for a city whose analysts write computing models of their own.
   *
   * @param analyst the same tables, asked as the analyst; empty: their models are not asked
   */
  public AnalyticsRun(
      SparkSession spark,
      Store store,
      int partitions,
      Function<String, HolidayCalendar> holidays,
      Function<LocalDate, CityPlans> plans,
      AlertRules rules,
      EmpowermentModels models,
      Optional<Store> analyst,
      CityTime cityTime,
      InstantSource realClock) {
    this.spark = spark;
    this.store = store;
    this.partitions = partitions;
    this.holidays = holidays;
    this.cityTime = cityTime;
    this.realClock = realClock;
    Catalogue catalogue = Catalogue.bundled();
    CityNumbers numbers = new CityNumbers(rules, plans);
    UnusualVolumeJob volumes = new UnusualVolumeJob(rules.rule("A02"), numbers);
    List<Job> all =
        new ArrayList<>(
            List.of(
                new IndicatorJob(catalogue),
                new PeriodJob(catalogue),
                new DefinitionJob(catalogue, FurtherDefinitions.bundled()),
                new PortraitJob(catalogue, ScoringScheme.bundled()),
                new ChangeJob(),
                volumes,
                new SeldomJob(new ClusterScanJob(rules.rule("A03-scan"), numbers), SELDOM),
                new SeldomJob(new SensorJob(rules.rule("A16"), numbers), SELDOM),
                new SeldomJob(new HandlingJob(rules.rule("A17"), numbers), SELDOM),
                new PatrolJob(rules.rule("A18"), numbers),
                new CampaignJob(plans),
                new ReconciliationJob(rules.rule("A15"))));
    Map<AlertRule, RuleTrials> trials = new HashMap<>();
    trials.put(rules.rule("A02"), volumes::findings);
    for (QueryRuleJob job : QueryRuleJob.of(rules, numbers)) {
      all.add(job);
      // What stands now does not tell what stood then.
      if (job.rule().has("open-days")) {
        trials.put(job.rule(), job::findings);
      }
    }
    EmpowermentJob.of(models).forEach(job -> all.add(new SeldomJob(job, SELDOM)));
    analyst.ifPresent(as -> all.add(new SeldomJob(new StoredModelsJob(models, as), SELDOM)));
    all.add(new SeldomJob(new SuggestionJob(), SELDOM));
    all.add(
        new SeldomJob(
            new ForesightJob(
                catalogue.indicator("M08"),
                ForesightMethod.bundled(),
                ScoringScheme.bundled().comparison().smallestGroup()),
            SELDOM));
    all.add(new SeldomJob(new ClassJob(ClassMethod.bundled()), SELDOM));
    all.add(new SeldomJob(new LevelJob(LevelRules.bundled()), SELDOM));
    all.add(new SeldomJob(new CalibrationJob(trials, numbers::inForce), RARE));
    this.jobs = List.copyOf(all);
  }

  /** How much data there is now. */
  public DataMark mark() {
    try (ClickHouseClient client = store.client()) {
      seen = DataMark.read(client, seen);
      return seen;
    }
  }

  /** Tells somebody how jobs and runs go from now on; before the first run. */
  public void tell(RunWatch listener) {
    watch = listener;
  }

  /** Whether ingest has described the city, so that a run can begin. */
  public boolean cityIsKnown() {
    try (ClickHouseClient client = store.client()) {
      return CityFrames.find(client, cityTime, holidays).isPresent();
    }
  }

  /**
   * Computes the city's whole period, or from the first day touched since a mark; never less than
   * the last day and the day before, nor the days that began since the run before. What depends on
   * readings alone is computed from the first reading that changed. Returns the mark of the data
   * that was seen.
   */
  public DataMark run(Optional<DataMark> since, Progress progress) {
    Instant began = realClock.instant();
    try {
      DataMark mark = compute(since, progress);
      watch.runEnded(Duration.between(began, realClock.instant()), true, "");
      return mark;
    } catch (Exception fault) {
      // Spark and JDBC throw checked exceptions that no signature names.
      watch.runEnded(Duration.between(began, realClock.instant()), false, fault.toString());
      throw fault;
    }
  }

  private DataMark compute(Optional<DataMark> since, Progress progress) {
    // Before anything else is read: what comes after it is for the next run.
    DataMark mark = mark();
    RunContext run = context(since, mark);
    long rows = 0;
    JobLog log = new JobLog(store, realClock, HolidayWarning.of(run.city()), watch);
    for (int i = 0; i < jobs.size(); i++) {
      progress.step(
          i, jobs.size(), jobs.get(i).name() + " " + run.days().from() + " to " + run.days().to());
      boolean narrow = jobs.get(i).derived() && since.map(mark::sameAreas).orElse(false);
      RunContext days = narrow ? sinceFirstChange(run) : run;
      rows +=
          jobs.get(i).standsAlone()
              ? log.tolerated(jobs.get(i), days)
              : log.logged(jobs.get(i), days);
    }
    publisher.forget();
    computedTo = Optional.of(run.city().endDay());
    progress.step(jobs.size(), jobs.size(), rows + " rows written");
    return mark;
  }

  private RunContext sinceFirstChange(RunContext run) {
    LocalDate end = run.days().to();
    LocalDate from = publisher.firstChanged(PublishedTable.INDICATOR_30D).orElse(end);
    return run.of(new DaySpan(later(run.days().from(), earlier(from, end)), end));
  }

  RunContext context(Optional<DataMark> since, DataMark seen) {
    try (ClickHouseClient client = store.client()) {
      CityFrame city = CityFrames.read(client, cityTime, holidays);
      Stamp stamp = new Stamp(dataAsOf(seen, city), city.now(), realClock.instant().toEpochMilli());
      return new RunContext(
          spark,
          store,
          new ClickHouseReader(spark, store, partitions),
          city,
          new DaySpan(from(city, since, seen), later(city.firstDay(), city.endDay())),
          stamp,
          publisher,
          seen.empty());
    }
  }

  /** A period that is over was recorded later; its figures are good up to its end. */
  private static Instant dataAsOf(DataMark seen, CityFrame city) {
    return seen.latest().isBefore(city.knownUntil()) ? seen.latest() : city.knownUntil();
  }

  private LocalDate from(CityFrame city, Optional<DataMark> since, DataMark seen) {
    if (since.isEmpty()) {
      return city.firstDay();
    }
    // The last day of the run before was not over, and for the one before it due times may pass.
    LocalDate unfinished = computedTo.orElse(city.endDay()).minusDays(2);
    LocalDate yesterday = city.endDay().minusDays(2);
    LocalDate touched = since.get().firstTouchedDay(seen).orElse(yesterday);
    // A first contact is judged on the next working day and counts for the day of the order.
    LocalDate judged = city.workingDayBefore(earlier(unfinished, yesterday));
    return later(city.firstDay(), earlier(touched, judged));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
