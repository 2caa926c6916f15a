package city.chengmai.dashboard;

import city.chengmai.dashboard.access.Accounts;
import city.chengmai.dashboard.access.AuditLog;
import city.chengmai.dashboard.access.Doorkeeper;
import city.chengmai.dashboard.access.OpenId;
import city.chengmai.dashboard.access.Passwords;
import city.chengmai.dashboard.access.Screens;
import city.chengmai.dashboard.access.Sessions;
import city.chengmai.dashboard.access.SignIn;
import city.chengmai.dashboard.board.Boards;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.DoorCookies;
import city.chengmai.dashboard.http.Gate;
import city.chengmai.dashboard.http.OwnNames;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.access.AccountRoutes;
import city.chengmai.dashboard.page.access.AuditRoutes;
import city.chengmai.dashboard.page.access.OpenIdRoutes;
import city.chengmai.dashboard.page.access.OwnAccountRoutes;
import city.chengmai.dashboard.page.access.ScreenRoutes;
import city.chengmai.dashboard.page.access.SignInRoutes;
import city.chengmai.dashboard.query.AccessQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what in this process. Sessions and throttles live in real time, whatever time it is in
 * the city. Owns the thread of the audit log: close it.
 */
final class Access implements AutoCloseable {

  /** Each request waits for who asks; a store that hangs must not hold them all. */
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  /** Who used what reads the words of all statements of a time, for one page. */
  private static final Duration LONGEST_USAGE = Duration.ofSeconds(20);

  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final Accounts accounts;
  private final Sessions sessions;
  private final Screens screens;
  private final AccessQueries queries;
  private final AccessQueries usage;
  private final Doorkeeper doorkeeper;
  private final Passwords passwords = new Passwords();
  private final SignIn signIn;
  private final AuditLog audit;

  /** Access over a client of the writing user: no other may read who may do what. */
  Access(Settings settings, ClickHouseClient writer) {
    this.settings = settings;
    TableWriter rows = new TableWriter(writer);
    this.queries = new AccessQueries(new Store(writer).within(LONGEST_LOOK));
    this.usage = new AccessQueries(new Store(writer).within(LONGEST_USAGE));
    this.accounts = new Accounts(queries, rows);
    this.sessions = new Sessions(queries, rows, lifetime(settings));
    this.screens = new Screens(queries, rows);
    this.doorkeeper = new Doorkeeper(Exposure.mode(settings), accounts, sessions, screens, clock);
    this.signIn = new SignIn(accounts, sessions, passwords, clock);
    this.audit = new AuditLog(rows);
  }

  Accounts accounts() {
    return accounts;
  }

  Gate gate(Workers workers, Pages pages, CityDirectory city) {
    return new Gate(
        workers,
        pages,
        new Gate.Means(
            doorkeeper,
            new AuditTrail(audit, clock),
            area -> city.model().within(area),
            cookies(),
            settings.get(DashboardSettings.BEHIND_PROXY),
            settings.get(DashboardSettings.METRICS_TOKEN),
            settings.get(DashboardSettings.REQUESTS_PER_MINUTE),
            new OwnNames(Exposure.names(settings))));
  }

  List<RouteGroup> routes(Workers workers, Pages pages, CityDirectory city, Boards boards) {
    Optional<OpenId> provider = provider();
    List<RouteGroup> routes = new ArrayList<>();
    provider.ifPresent(known -> routes.add(new OpenIdRoutes(workers, known, signIn, cookies())));
    routes.addAll(own(workers, pages, city, boards, provider.isPresent()));
    return routes;
  }

  private List<RouteGroup> own(
      Workers workers, Pages pages, CityDirectory city, Boards boards, boolean provider) {
    return List.of(
        new SignInRoutes(workers, pages, signIn, sessions, doorkeeper, cookies(), provider, clock),
        new OwnAccountRoutes(
            workers, pages, accounts, sessions, signIn, passwords, cookies(), clock),
        new AccountRoutes(workers, pages, city, accounts, passwords, clock),
        new ScreenRoutes(workers, pages, screens, boards, clock),
        new AuditRoutes(pages, queries, usage, clock));
  }

  private Optional<OpenId> provider() {
    String issuer = settings.get(DashboardSettings.OIDC_ISSUER);
    return issuer.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OpenId(
                new OpenId.Client(
                    URI.create(issuer),
                    settings.get(DashboardSettings.OIDC_CLIENT_ID),
                    settings.get(DashboardSettings.OIDC_CLIENT_SECRET),
                    URI.create(
                        settings.get(DashboardSettings.PUBLIC_URL) + "/sign-in/provider/back"),
                    settings.get(DashboardSettings.OIDC_ACCOUNT_CLAIM))));
  }

  private DoorCookies cookies() {
    return new DoorCookies(
        Exposure.hasTls(settings) || settings.get(DashboardSettings.BEHIND_PROXY));
  }

  private static Sessions.Lifetime lifetime(Settings settings) {
    return new Sessions.Lifetime(
        Duration.ofMinutes(settings.get(DashboardSettings.SESSION_IDLE_MINUTES)),
        Duration.ofHours(settings.get(DashboardSettings.SESSION_HOURS)));
  }

  @Override
  public void close() {
    audit.close();
  }
}
