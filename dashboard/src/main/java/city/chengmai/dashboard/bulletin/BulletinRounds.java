package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.ContentMaker.Made;
import city.chengmai.dashboard.health.RoundHealth;
import city.chengmai.dashboard.health.RoundThread;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.BulletinQueries;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.datasets.clickhouse.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts bulletins when their period is over and analytics has computed it, and looks again at the
 * latest ones for figures that changed; on one thread of its own. What it writes is named by the
 * bulletin and the number of the edition, so that several processes of a city do no harm.
 */
public final class BulletinRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BulletinRounds.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * How often it works.
   *
   * @param round pause between two looks for bulletins that are due
   * @param review pause between two looks at figures of bulletins that are written
   */
  public record Pace(Duration round, Duration review) {}

  private final List<BulletinKind> kinds;
  private final CityDirectory city;
  private final CityQueries cities;
  private final BulletinQueries queries;
  private final ContentMaker maker;
  private final BulletinJournal journal;
  private final InstantSource real;
  private final Pace pace;
  private final RoundHealth health;
  private Instant reviewed = Instant.EPOCH;
  private final RoundThread thread;

  /** Rounds for these kinds; {@link #start} starts them. */
  public BulletinRounds(
      List<BulletinKind> kinds,
      CityDirectory city,
      CityQueries cities,
      BulletinQueries queries,
      ContentMaker maker,
      BulletinJournal journal,
      InstantSource real,
      Pace pace) {
    this.kinds = List.copyOf(kinds);
    this.city = city;
    this.cities = cities;
    this.queries = queries;
    this.maker = maker;
    this.journal = journal;
    this.real = real;
    this.pace = pace;
    this.health = new RoundHealth(real);
    this.thread = new RoundThread("dashboard-bulletins", this::round, pace.round(), PATIENCE);
  }

  /** Whether the latest round came to its end. */
  public Health health() {
    return health.health();
  }

  /** Begins the rounds. */
  public void start() {
    thread.start();
  }

  // A round that failed must not end the rounds: the store may be back in the next.
  private void round() {
    try {
      write();
      health.succeeded();
    } catch (RuntimeException e) {
      health.failed(e);
      LOG.warn("writing bulletins failed and will be tried again: {}", e.getMessage(), e);
    }
  }

  /** Writes what is due and what changed; gives how many editions it wrote. */
  public synchronized int write() {
    CityModel model = city.model().areas().isEmpty() ? city.refresh() : city.model();
    Optional<LocalDate> reach = model.areas().isEmpty() ? Optional.empty() : queries.reach();
    if (reach.isEmpty()) {
      return 0;
    }
    boolean review = !real.instant().isBefore(reviewed.plus(pace.review()));
    if (review) {
      reviewed = real.instant();
    }
    CityMoment moment = city.moment();
    int written = 0;
    for (Period period : due(moment, reach.get())) {
      if (review || journal.latest(period.id()).isEmpty()) {
        Made made = maker.make(period, model);
        written += journal.figures(period, made.content(), made.dataAsOf(), moment.now()) ? 1 : 0;
      }
    }
    return written;
  }

  /**
   * The latest periods that are over and computed, and lie within the city's time; oldest first.
   */
  private List<Period> due(CityMoment moment, LocalDate reach) {
    LocalDate firstDay = cities.city().map(CityQueries.CityRow::firstDay).orElse(LocalDate.MIN);
    List<Period> due = new ArrayList<>();
    for (BulletinKind kind : kinds) {
      Period period = kind.containing(moment.day());
      for (int seen = 0; seen <= kind.kept(); seen++) {
        boolean over = !period.until(moment.zone()).isAfter(moment.now());
        if (over && !period.last().isAfter(reach) && !period.first().isBefore(firstDay)) {
          due.add(0, period);
        }
        period = period.before();
      }
    }
    return due;
  }

  /** Waits for the bulletin under way. */
  @Override
  public void close() {
    thread.close();
  }
}
