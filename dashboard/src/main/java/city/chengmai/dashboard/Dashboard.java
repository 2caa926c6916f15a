package city.chengmai.dashboard;

import city.chengmai.dashboard.http.DashboardServer;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.ServerAddress;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.wall.WallFeed;
import city.chengmai.dashboard.page.wall.WallPanels;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * One running dashboard. Starts whether or not the store answers: pages then say so, and work as
 * soon as it does.
 */
public final class Dashboard implements AutoCloseable {

  private final ClickHouseClient client;
  private final Vertx vertx;
  private final Workers workers;
  private final WallFeed feed;
  private final DashboardServer server;

  private Dashboard(
      ClickHouseClient client,
      Vertx vertx,
      Workers workers,
      WallFeed feed,
      DashboardServer server) {
    this.client = client;
    this.vertx = vertx;
    this.workers = workers;
    this.feed = feed;
    this.server = server;
  }

  /** Starts with these settings; returns when the port is open. */
  public static Dashboard start(Settings settings) {
    ClickHouseClient client = new ClickHouseClient(SharedSettings.reader(settings));
    Vertx vertx = Vertx.vertx();
    Workers workers = new Workers(vertx, settings.get(DashboardSettings.WORKER_THREADS));
    Store store = new Store(client);
    CityClock clock = settings.get(SharedSettings.CITY_CLOCK);
    CityDirectory city = new CityDirectory(new CityQueries(store), clock);
    Pages pages =
        new Pages(workers, clock, () -> city.model().facts(), DashboardRoutes.NAVIGATION);
    WallFeed feed =
        new WallFeed(
            vertx,
            workers,
            pages,
            city,
            Duration.ofMillis(settings.get(DashboardSettings.WALL_REFRESH_MILLISECONDS)),
            WallPanels.of(store));
    DashboardParts parts = new DashboardParts(settings, vertx, workers, store, city, pages);
    DashboardServer server =
        DashboardServer.start(vertx, address(settings), pages, DashboardRoutes.of(parts, feed));
    feed.start();
    return new Dashboard(client, vertx, workers, feed, server);
  }

  /** The port that is open. */
  public int port() {
    return server.port();
  }

  private static ServerAddress address(Settings settings) {
    return new ServerAddress(
        settings.get(DashboardSettings.HOST), settings.get(DashboardSettings.HTTP_PORT));
  }

  @Override
  public void close() {
    feed.close();
    server.close();
    workers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    client.close();
  }
}
