package city.chengmai.dashboard.page;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.CityRow;
import city.chengmai.dashboard.query.CityQueries.SpecialPeriodRow;
import city.chengmai.datasets.settings.CityTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The city as last read from the store. Reading never blocks; {@link #refresh} does. Thread-safe.
 */
public final class CityDirectory {

  /** Shown until ingest has written the city. */
  private static final CityFacts UNKNOWN =
      new CityFacts("", "", ZoneId.of("Asia/Shanghai"), Optional.empty());

  private final CityQueries queries;
  private final CityTime time;
  private volatile CityModel model = new CityModel(UNKNOWN, List.of(), List.of(), List.of());

  /** A directory over these queries and the city's time. */
  public CityDirectory(CityQueries queries, CityTime time) {
    this.queries = requireNonNull(queries, "queries");
    this.time = requireNonNull(time, "time");
  }

  /** The city as last read. */
  public CityModel model() {
    return model;
  }

  /** The moment that pages are about. */
  public CityMoment moment() {
    return CityMoment.of(time.instant(), model.facts());
  }

  /** How many city seconds pass in one real second; 0 when the clock stands still. */
  public double speed() {
    return time.speed();
  }

  /** Reads the city again and gives it. */
  public CityModel refresh() {
    Optional<CityRow> row = queries.city();
    row.ifPresent(found -> time.described(found.clock()));
    CityFacts facts = row.map(this::facts).orElse(UNKNOWN);
    LocalDate day = CityMoment.of(time.instant(), facts).day();
    model = new CityModel(facts, queries.areas(day), queries.categories(), queries.feedNames());
    return model;
  }

  private CityFacts facts(CityRow row) {
    return new CityFacts(
        row.nameZh(),
        row.nameEn(),
        ZoneId.of(row.zone()),
        Optional.ofNullable(row.firstDay()),
        Optional.ofNullable(row.lastDay()).map(end -> end.minusDays(1)),
        queries.specialPeriods().stream().map(CityDirectory::special).toList());
  }

  private static CityFacts.SpecialPeriod special(SpecialPeriodRow row) {
    return new CityFacts.SpecialPeriod(
        row.periodId(), row.nameZh(), row.nameEn(), row.firstDay(), row.endDay().minusDays(1));
  }
}
