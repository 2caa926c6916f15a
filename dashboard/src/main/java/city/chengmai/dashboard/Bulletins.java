package city.chengmai.dashboard;

import city.chengmai.dashboard.bulletin.BulletinJournal;
import city.chengmai.dashboard.bulletin.BulletinKind;
import city.chengmai.dashboard.bulletin.BulletinRounds;
import city.chengmai.dashboard.bulletin.ContentMaker;
import city.chengmai.dashboard.query.BulletinQueries;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.report.PdfPrinter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The parts behind bulletins: what is written down, who prints it, and the rounds that draft.
 *
 * @param rounds empty where this process drafts none
 */
record Bulletins(
    BulletinQueries queries,
    BulletinJournal journal,
    PdfPrinter printer,
    Optional<BulletinRounds> rounds)
    implements AutoCloseable {

  private static final Duration ROUND = Duration.ofMinutes(1);

  static Bulletins of(DashboardParts parts) {
    BulletinQueries queries = new BulletinQueries(parts.store());
    BulletinJournal journal = new BulletinJournal(queries, parts.writer(), InstantSource.system());
    List<BulletinKind> kinds = parts.settings().get(DashboardSettings.BULLETINS);
    Optional<BulletinRounds> rounds =
        kinds.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new BulletinRounds(
                    kinds,
                    parts.city(),
                    new CityQueries(parts.store()),
                    queries,
                    new ContentMaker(parts.store()),
                    journal,
                    InstantSource.system(),
                    new BulletinRounds.Pace(
                        ROUND,
                        Duration.ofMinutes(
                            parts.settings().get(DashboardSettings.BULLETINS_REVIEW_MINUTES)))));
    return new Bulletins(queries, journal, new PdfPrinter(), rounds);
  }

  void start() {
    rounds.ifPresent(BulletinRounds::start);
  }

  @Override
  public void close() {
    rounds.ifPresent(BulletinRounds::close);
    printer.close();
  }
}
