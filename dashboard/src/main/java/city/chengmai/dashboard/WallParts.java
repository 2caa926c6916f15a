package city.chengmai.dashboard;

import city.chengmai.dashboard.board.BoardJournal;
import city.chengmai.dashboard.board.Boards;
import city.chengmai.dashboard.page.desk.WallStatements;
import city.chengmai.dashboard.page.wall.ProductPace;
import city.chengmai.dashboard.page.wall.WallFeed;
import city.chengmai.dashboard.page.wall.WallPanels;
import city.chengmai.dashboard.query.BoardQueries;
import city.chengmai.dashboard.query.JobQueries;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The parts behind walls: boards as people wrote them, those that are shown, statements on them,
 * and the feed that draws.
 */
record WallParts(
    BoardJournal journal,
    Boards boards,
    WallStatements statements,
    ProductPace products,
    WallFeed feed)
    implements AutoCloseable {

  static WallParts of(DashboardParts parts, Library library) {
    BoardJournal journal =
        new BoardJournal(new BoardQueries(parts.store()), parts.writer(), InstantSource.system());
    Boards boards = new Boards(journal);
    WallStatements statements = new WallStatements(parts.settings(), library.journal());
    ProductPace products =
        new ProductPace(
            new JobQueries(parts.store()),
            Duration.ofHours(parts.settings().get(DashboardSettings.PRODUCT_INTERVAL_HOURS)),
            InstantSource.system());
    WallPanels panels =
        new WallPanels(
            parts.store(),
            new StoredCityHolidays(parts.settings(), parts.store()),
            statements,
            parts.settings().get(DashboardSettings.SMALL_CELLS));
    WallFeed feed =
        new WallFeed(
            parts.vertx(),
            parts.workers(),
            parts.pages(),
            Duration.ofMillis(parts.settings().get(DashboardSettings.WALL_REFRESH_MILLISECONDS)),
            new WallFeed.Sources(parts.city(), products, panels, boards));
    return new WallParts(journal, boards, statements, products, feed);
  }

  @Override
  public void close() {
    feed.close();
    statements.close();
  }
}
