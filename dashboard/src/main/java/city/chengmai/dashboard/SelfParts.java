package city.chengmai.dashboard;

import city.chengmai.dashboard.health.HealthRounds;
import city.chengmai.dashboard.health.HealthRounds.Follower;
import city.chengmai.dashboard.health.LastHeard;
import city.chengmai.dashboard.health.OwnAlerts;
import city.chengmai.dashboard.health.PartBoard;
import city.chengmai.dashboard.health.Place;
import city.chengmai.dashboard.health.RoomLog;
import city.chengmai.dashboard.health.ServiceHealth;
import city.chengmai.dashboard.health.StoreDisks;
import city.chengmai.dashboard.health.Told;
import city.chengmai.dashboard.notify.Notifier;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.operations.OperationRoutes;
import city.chengmai.dashboard.page.wall.ProductPace;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.JobQueries;
import city.chengmai.dashboard.query.SelfQueries;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.datasets.source.CityRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the dashboard knows of this installation itself.
 *
 * @param board how each part is
 * @param ingest asked how it is
 * @param analytics asked how it is while it follows
 */
record SelfParts(
    PartBoard board, ServiceHealth ingest, ServiceHealth analytics, HealthRounds rounds)
    implements AutoCloseable {

  private static final Duration ROUND = Duration.ofSeconds(5);

  static SelfParts of(
      DashboardParts parts,
      ClickHouseClient reader,
      Library library,
      Bulletins bulletins,
      Optional<Notifier> notifier) {
    Settings settings = parts.settings();
    AlertRules rules = CityRules.of(settings.get(SharedSettings.CITY_NAME));
    SelfQueries queries = new SelfQueries(parts.store());
    ServiceHealth ingest = new ServiceHealth(settings.get(DashboardSettings.INGEST_HEALTH_URL));
    ServiceHealth analytics =
        new ServiceHealth(settings.get(DashboardSettings.ANALYTICS_HEALTH_URL));
    ProductPace pace =
        new ProductPace(
            new JobQueries(parts.store()),
            Duration.ofHours(settings.get(DashboardSettings.PRODUCT_INTERVAL_HOURS)),
            InstantSource.system());
    Map<String, Supplier<Told>> others = new LinkedHashMap<>();
    LastHeard heard = new LastHeard(ingest, InstantSource.system());
    others.put("ingest", () -> Told.of(heard.judged(ingest.parts())));
    others.put(
        "analytics",
        new AnalyticsPart(
            analytics,
            pace,
            () -> parts.city().moment().historical(),
            rules.rule(OwnAlerts.LATE).parameter("late-times"),
            InstantSource.system()));
    others.put("disk", new StoreDisks(queries, rules.rule(OwnAlerts.DISK))::told);
    bulletins.rounds().ifPresent(rounds -> others.put("bulletins", () -> Told.of(rounds.health())));
    library.rounds().ifPresent(rounds -> others.put("schedules", () -> Told.of(rounds.health())));
    notifier.ifPresent(told -> others.put("notifications", () -> Told.of(told.health())));
    PartBoard board = new PartBoard(reader::health, others, InstantSource.system());
    String storePlace = place(PartBoard.STORE, settings, ingest, analytics);
    Map<String, Follower> followers = new LinkedHashMap<>();
    followers.put(
        "keeping the room on disks",
        new RoomLog(queries, parts.writer(), storePlace, ingest, InstantSource.system()));
    if (settings.get(DashboardSettings.SELF_ALERTS)) {
      OwnAlerts alerts =
          new OwnAlerts(
              queries,
              parts.writer(),
              rules,
              part -> place(part, settings, ingest, analytics),
              Place.here(settings.get(DashboardSettings.HTTP_PORT)),
              InstantSource.system());
      followers.put(
          "alerting on this installation", seen -> alerts.follow(seen, moment(parts.city())));
    }
    return new SelfParts(board, ingest, analytics, new HealthRounds(board, followers, ROUND));
  }

  /** Where a part is: two dashboards that look at the same one call it the same. */
  private static String place(
      String part, Settings settings, ServiceHealth ingest, ServiceHealth analytics) {
    return switch (part) {
      case "ingest" -> ingest.place();
      case "analytics" -> analytics.place();
      case PartBoard.STORE, "disk" -> Place.of(settings.get(SharedSettings.CLICKHOUSE_URL));
      default -> Place.here(settings.get(DashboardSettings.HTTP_PORT));
    };
  }

  private static OwnAlerts.Moment moment(CityDirectory city) {
    String root = city.model().root().map(AreaRow::areaId).orElse("");
    return new OwnAlerts.Moment(root, city.moment().now());
  }

  /** What the self-observation board is made of. */
  OperationRoutes.Sources sources(DashboardParts parts) {
    Settings settings = parts.settings();
    return new OperationRoutes.Sources(
        board,
        ingest,
        analytics,
        new SelfQueries(parts.store()),
        new SelfQueries.Users(
            settings.get(SharedSettings.CLICKHOUSE_READER_USER),
            settings.get(SharedSettings.CLICKHOUSE_WRITER_USER),
            settings.get(SharedSettings.CLICKHOUSE_ANALYST_USER),
            settings.get(SharedSettings.CLICKHOUSE_ADMIN_USER)),
        place(PartBoard.STORE, settings, ingest, analytics));
  }

  void start() {
    rounds.start();
  }

  @Override
  public void close() {
    rounds.close();
  }
}
