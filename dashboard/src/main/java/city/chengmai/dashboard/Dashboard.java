package city.chengmai.dashboard;

import city.chengmai.dashboard.http.DashboardServer;
import city.chengmai.dashboard.http.MetricsRoutes;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.ServerAddress;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.notify.Notifier;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One running dashboard. Starts whether or not the store answers: pages then say so, and work as
 * soon as it does.
 */
public final class Dashboard implements AutoCloseable {

  private final List<ClickHouseClient> clients;
  private final Vertx vertx;
  private final Workers workers;
  private final WallParts walls;
  private final Optional<Notifier> notifier;
  private final Bulletins bulletins;
  private final Library library;
  private final SelfParts self;
  private final List<RouteGroup> groups;
  private final DashboardServer server;
  private final Access access;

  private Dashboard(
      List<ClickHouseClient> clients,
      Vertx vertx,
      Workers workers,
      WallParts walls,
      Optional<Notifier> notifier,
      Bulletins bulletins,
      Library library,
      SelfParts self,
      List<RouteGroup> groups,
      DashboardServer server,
      Access access) {
    this.access = access;
    this.clients = clients;
    this.vertx = vertx;
    this.workers = workers;
    this.walls = walls;
    this.notifier = notifier;
    this.bulletins = bulletins;
    this.library = library;
    this.self = self;
    this.groups = List.copyOf(groups);
    this.server = server;
  }

  /** Starts with these settings; returns when the port is open. */
  public static Dashboard start(Settings settings) {
    return start(settings, pages -> List.of());
  }

  /**
   * Starts with groups of routes before all others.
   *
   * @param first made from the renderer of pages
   */
  public static Dashboard start(Settings settings, Function<Pages, List<RouteGroup>> first) {
    ClickHouseClient client = new ClickHouseClient(SharedSettings.reader(settings));
    ClickHouseClient writer = new ClickHouseClient(SharedSettings.writer(settings));
    Vertx vertx = Vertx.vertx();
    Workers workers = new Workers(vertx, settings.get(DashboardSettings.WORKER_THREADS));
    Store store = new Store(client);
    CityTime time = CityTime.of(settings);
    CityDirectory city = new CityDirectory(new CityQueries(store), time);
    Pages pages = new Pages(workers, time, () -> city.model().facts(), DashboardRoutes.NAVIGATION);
    DashboardParts parts =
        new DashboardParts(
            settings,
            vertx,
            workers,
            store,
            new TableWriter(writer),
            new Store(writer),
            city,
            pages);
    Access access = new Access(settings, writer);
    Exposure.check(settings, access.accounts());
    Library library = Library.of(parts, access.accounts());
    WallParts walls = WallParts.of(parts, library);
    MetricsRoutes metrics = new MetricsRoutes();
    List<RouteGroup> groups = new ArrayList<>(first.apply(pages));
    groups.add(metrics.timing());
    groups.add(access.gate(workers, pages, city));
    groups.add(metrics);
    groups.addAll(access.routes(workers, pages, city, walls.boards()));
    Bulletins bulletins = Bulletins.of(parts);
    // A bad file of channels ends the start before a port is open.
    Optional<Notifier> notifier = Notifying.of(parts, bulletins);
    SelfParts self = SelfParts.of(parts, client, library, bulletins, notifier);
    groups.addAll(DashboardRoutes.of(parts, walls, library, bulletins, self));
    DashboardServer server = DashboardServer.start(vertx, address(settings), pages, groups);
    walls.feed().start();
    notifier.ifPresent(Notifier::start);
    bulletins.start();
    library.start();
    self.start();
    return new Dashboard(
        List.of(client, writer),
        vertx,
        workers,
        walls,
        notifier,
        bulletins,
        library,
        self,
        groups,
        server,
        access);
  }

  /** The port that is open. */
  public int port() {
    return server.port();
  }

  private static ServerAddress address(Settings settings) {
    return new ServerAddress(
        settings.get(DashboardSettings.HOST),
        settings.get(DashboardSettings.HTTP_PORT),
        Exposure.tls(settings));
  }

  @Override
  public void close() {
    self.close();
    notifier.ifPresent(Notifier::close);
    walls.close();
    server.close();
    bulletins.close();
    library.close();
    groups.forEach(RouteGroup::close);
    access.close();
    workers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    clients.forEach(ClickHouseClient::close);
  }
}
