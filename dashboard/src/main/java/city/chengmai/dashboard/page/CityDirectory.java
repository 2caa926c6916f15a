package city.chengmai.dashboard.page;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.CityRow;
import java.time.InstantSource;
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
  private final InstantSource clock;
  private volatile CityModel model = new CityModel(UNKNOWN, List.of(), List.of());

  /** A directory over these queries and the city's time. */
  public CityDirectory(CityQueries queries, InstantSource clock) {
    this.queries = requireNonNull(queries, "queries");
    this.clock = requireNonNull(clock, "clock");
  }

  /** The city as last read. */
  public CityModel model() {
    return model;
  }

  /** The moment that pages are about. */
  public CityMoment moment() {
    return CityMoment.of(clock.instant(), model.facts());
  }

  /** Reads the city again and gives it. */
  public CityModel refresh() {
    CityFacts facts = queries.city().map(CityDirectory::facts).orElse(UNKNOWN);
    LocalDate day = CityMoment.of(clock.instant(), facts).day();
    model = new CityModel(facts, queries.areas(day), queries.categories());
    return model;
  }

  private static CityFacts facts(CityRow row) {
    return new CityFacts(
        row.nameZh(),
        row.nameEn(),
        ZoneId.of(row.zone()),
        Optional.ofNullable(row.lastDay()).map(end -> end.minusDays(1)));
  }
}
