package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.classfix.ClassMethod;
import city.chengmai.datasets.conference.LevelRules;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.foresight.ForesightMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** A city in which computing models run without Spark. */
public final class ModelTown {

  private final RuleFixture fixture;
  private final ZoneId zone;
  private final LocalDate firstDay;
  private final HolidayCalendar holidays;
  private final AreaForest areas;
  private long version;

  /**
   * A town.
   *
   * @param grids base grids
   */
  public ModelTown(
      RuleFixture fixture,
      ZoneId zone,
      LocalDate firstDay,
      HolidayCalendar holidays,
      List<String> grids) {
    this.fixture = fixture;
    this.zone = zone;
    this.firstDay = firstDay;
    this.holidays = holidays;
    this.areas =
        new AreaForest(
            Stream.concat(
                    Stream.of(area("city", "", "city")),
                    grids.stream().map(grid -> area(grid, "city", "grid")))
                .toList());
  }

  private static AreaNode area(String id, String parent, String level) {
    String type = level.equals("grid") ? "street-front" : "";
    return new AreaNode(id, parent, level, type, false, 1000, 10, 1, "");
  }

  /** Asks all models about the days since one. */
  public void run(LocalDate from, Instant now, int latestDays) {
    fixture.flush();
    RunContext context = context(from, now);
    EmpowermentModels.bundled()
        .models()
        .forEach(model -> new EmpowermentJob(model, latestDays).run(context));
  }

  /** Asks one model about the days since one. */
  void run(String model, LocalDate from, Instant now) {
    fixture.flush();
    int days = (int) from.until(now.atZone(zone).toLocalDate(), ChronoUnit.DAYS) + 1;
    new EmpowermentJob(EmpowermentModels.bundled().model(model), days).run(context(from, now));
  }

  /** Looks at what was handled before anybody complained. */
  void foresight(Instant now) {
    fixture.flush();
    Catalogue catalogue = Catalogue.bundled();
    new ForesightJob(catalogue.indicator("M08"), ForesightMethod.bundled(), 3)
        .run(context(firstDay, now));
  }

  /** Looks for classes of matters. */
  void classes(Instant now) {
    fixture.flush();
    new ClassJob(ClassMethod.bundled()).run(context(firstDay, now));
  }

  /** Asks the models that analysts wrote about the latest days. */
  void written(Instant now) {
    fixture.flush();
    new StoredModelsJob(EmpowermentModels.bundled(), fixture.analyst()).run(context(firstDay, now));
  }

  /** Classifies cases. */
  void levels(Instant now) {
    fixture.flush();
    new LevelJob(LevelRules.bundled()).run(context(firstDay, now));
  }

  /** What a run over the town's whole period works with. */
  RunContext context(Instant now) {
    return context(firstDay, now);
  }

  RunContext context(LocalDate from, Instant now) {
    LocalDate end = now.minusMillis(1).atZone(zone).toLocalDate().plusDays(1);
    CityFrame city = new CityFrame("town", zone, firstDay, end, now, areas, holidays);
    Store store = fixture.store();
    return new RunContext(
        null, store, null, city, new DaySpan(from, end), new Stamp(now, now, ++version), null);
  }
}
