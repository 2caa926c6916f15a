package city.chengmai.dashboard;

import city.chengmai.dashboard.alert.AlertJournal;
import city.chengmai.dashboard.alert.ThresholdJournal;
import city.chengmai.dashboard.http.HealthRoutes;
import city.chengmai.dashboard.http.NavigationEntry;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.StaticAssets;
import city.chengmai.dashboard.page.alert.AlertRoutes;
import city.chengmai.dashboard.page.board.BoardRoutes;
import city.chengmai.dashboard.page.board.PinRoutes;
import city.chengmai.dashboard.page.bulletin.BulletinRoutes;
import city.chengmai.dashboard.page.campaign.CampaignRoutes;
import city.chengmai.dashboard.page.classes.ClassJournal;
import city.chengmai.dashboard.page.classes.ClassRoutes;
import city.chengmai.dashboard.page.conference.ConferenceJournal;
import city.chengmai.dashboard.page.conference.ConferenceRoutes;
import city.chengmai.dashboard.page.desk.DeskRoutes;
import city.chengmai.dashboard.page.desk.EndpointRoutes;
import city.chengmai.dashboard.page.empowerment.EffortJournal;
import city.chengmai.dashboard.page.empowerment.HitJournal;
import city.chengmai.dashboard.page.empowerment.ModelJournal;
import city.chengmai.dashboard.page.empowerment.ModelLibrary;
import city.chengmai.dashboard.page.empowerment.ModelRoutes;
import city.chengmai.dashboard.page.empowerment.OwnModelRoutes;
import city.chengmai.dashboard.page.explore.ExploreRoutes;
import city.chengmai.dashboard.page.files.FileRoutes;
import city.chengmai.dashboard.page.foresight.ForesightRoutes;
import city.chengmai.dashboard.page.inspection.InspectionRoutes;
import city.chengmai.dashboard.page.library.KeepRoutes;
import city.chengmai.dashboard.page.library.LibraryRoutes;
import city.chengmai.dashboard.page.measure.MeasureRoutes;
import city.chengmai.dashboard.page.mechanism.MechanismRoutes;
import city.chengmai.dashboard.page.operations.OperationRoutes;
import city.chengmai.dashboard.page.pool.PoolRoutes;
import city.chengmai.dashboard.page.record.RecordRoutes;
import city.chengmai.dashboard.page.reference.OpenApiRoutes;
import city.chengmai.dashboard.page.reference.ReferenceRoutes;
import city.chengmai.dashboard.page.response.ResponseRoutes;
import city.chengmai.dashboard.page.review.CaseRoutes;
import city.chengmai.dashboard.page.review.CompareRoutes;
import city.chengmai.dashboard.page.review.FeedRoutes;
import city.chengmai.dashboard.page.review.GridRoutes;
import city.chengmai.dashboard.page.review.RestatementRoutes;
import city.chengmai.dashboard.page.site.SiteRoutes;
import city.chengmai.dashboard.page.space.SpaceRoutes;
import city.chengmai.dashboard.page.special.SpecialRoutes;
import city.chengmai.dashboard.page.suggestion.MeasureJournal;
import city.chengmai.dashboard.page.suggestion.SuggestionRoutes;
import city.chengmai.dashboard.page.threshold.ThresholdRoutes;
import city.chengmai.dashboard.page.trace.TraceRoutes;
import city.chengmai.dashboard.page.visit.VisitRoutes;
import city.chengmai.dashboard.page.wall.ProductPace;
import city.chengmai.dashboard.page.wall.WallRoutes;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.ClassQueries;
import city.chengmai.dashboard.query.ConferenceQueries;
import city.chengmai.dashboard.query.EmpowermentQueries;
import city.chengmai.dashboard.query.ForesightQueries;
import city.chengmai.dashboard.query.ModelStepQueries;
import city.chengmai.dashboard.query.RecordQueries;
import city.chengmai.dashboard.query.SuggestionQueries;
import city.chengmai.dashboard.query.ThresholdQueries;
import city.chengmai.dashboard.query.TraceQueries;
import city.chengmai.dashboard.record.RecordJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Which groups of routes the dashboard has: the one place to add a page. */
final class DashboardRoutes {

  /** The top bar, in order. */
  static final List<NavigationEntry> NAVIGATION =
      List.of(
          new NavigationEntry("navigation.wall", "/wall"),
          new NavigationEntry("navigation.alerts", "/alerts"),
          new NavigationEntry("navigation.models", "/models"),
          new NavigationEntry("navigation.suggestions", "/suggestions"),
          new NavigationEntry("navigation.grids", "/grids"),
          new NavigationEntry("navigation.files", "/files"),
          new NavigationEntry("navigation.records", "/records"),
          new NavigationEntry("navigation.campaigns", "/campaigns"),
          new NavigationEntry("navigation.measures", "/measures"),
          new NavigationEntry("navigation.mechanism-list", "/mechanisms"),
          new NavigationEntry("navigation.bulletins", "/bulletins"),
          new NavigationEntry("navigation.desk", "/desk"),
          new NavigationEntry("navigation.feeds", "/feeds"),
          new NavigationEntry("navigation.operations", "/operations"),
          new NavigationEntry("navigation.about", "/about"),
          new NavigationEntry("navigation.boards", "/boards"),
          new NavigationEntry("navigation.accounts", "/accounts"),
          new NavigationEntry("navigation.audit", "/audit"));

  private DashboardRoutes() {}

  static List<RouteGroup> of(
      DashboardParts parts, WallParts walls, Library library, Bulletins bulletins, SelfParts self) {
    ModelLibrary models = new ModelLibrary(new ModelStepQueries(parts.store()));
    return List.of(
        new StaticAssets(parts.workers()),
        new HealthRoutes(parts.workers(), self.board()::parts),
        new WallRoutes(
            parts.vertx(),
            walls.feed(),
            parts.pages(),
            parts.city(),
            walls.journal(),
            timing(parts, walls.products())),
        new BoardRoutes(
            parts.workers(), parts.pages(), parts.city(), walls.journal(), library.journal()),
        new GridRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            parts.store(),
            new StoredCityHolidays(parts.settings(), parts.store()),
            bulletins.printer()),
        new CompareRoutes(parts.pages(), parts.city(), parts.store()),
        new RestatementRoutes(parts.pages(), parts.city(), parts.store()),
        new ExploreRoutes(parts.pages(), parts.city(), parts.store()),
        new ReferenceRoutes(parts.pages()),
        new OpenApiRoutes(),
        new CaseRoutes(parts.pages(), parts.city(), parts.store()),
        new TraceRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            new TraceQueries(parts.store()),
            new CaseQueries(parts.store())),
        new AlertRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            parts.store(),
            new AlertJournal(new AlertQueries(parts.store()), parts.writer())),
        new ThresholdRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            new ThresholdQueries(parts.store()),
            new ThresholdJournal(new ThresholdQueries(parts.store()), parts.writer())),
        new ModelRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            new EmpowermentQueries(parts.store()),
            models,
            new HitJournal(new EmpowermentQueries(parts.store()), parts.writer()),
            new EffortJournal(new EmpowermentQueries(parts.store()), parts.writer())),
        new OwnModelRoutes(
            parts.settings(),
            parts.workers(),
            parts.pages(),
            parts.city(),
            new ModelStepQueries(parts.store()),
            new ModelJournal(
                new ModelStepQueries(parts.store()), parts.writer(), InstantSource.system())),
        new SuggestionRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            new SuggestionQueries(parts.store()),
            models,
            new MeasureJournal(new SuggestionQueries(parts.store()), parts.writer())),
        new ForesightRoutes(parts.pages(), parts.city(), new ForesightQueries(parts.store())),
        new ClassRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            new ClassQueries(parts.store()),
            new ClassJournal(parts.writer())),
        new ConferenceRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            new ConferenceQueries(parts.store()),
            new ConferenceJournal(new ConferenceQueries(parts.store()), parts.writer())),
        new FileRoutes(parts.pages(), parts.city(), parts.store()),
        new SpaceRoutes(parts.pages(), parts.city(), parts.store()),
        new RecordRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            parts.store(),
            new RecordJournal(
                new RecordQueries(parts.store()), parts.writer(), InstantSource.system())),
        new CampaignRoutes(parts.pages(), parts.city(), parts.store()),
        new MeasureRoutes(parts.pages(), parts.city(), parts.store()),
        new VisitRoutes(parts.pages(), parts.city(), parts.store()),
        new MechanismRoutes(parts.pages(), parts.city(), parts.store()),
        new SiteRoutes(parts.pages(), parts.city(), parts.store()),
        new InspectionRoutes(parts.pages(), parts.city(), parts.store()),
        new ResponseRoutes(parts.pages(), parts.city(), parts.store()),
        new PoolRoutes(parts.pages(), parts.city(), parts.store()),
        new SpecialRoutes(parts.pages(), parts.city(), parts.store()),
        new BulletinRoutes(
            parts.workers(),
            parts.pages(),
            parts.city(),
            bulletins.queries(),
            bulletins.journal(),
            bulletins.printer()),
        DeskRoutes.of(parts.settings(), parts.workers(), parts.pages()),
        new KeepRoutes(parts.workers(), parts.pages(), library.journal()),
        new LibraryRoutes(
            parts.workers(),
            parts.pages(),
            library.journal(),
            library.endpoints(),
            library.schedules(),
            walls.boards()),
        new PinRoutes(parts.workers(), walls.journal(), library.journal()),
        new EndpointRoutes(
            parts.settings(),
            parts.workers(),
            parts.pages(),
            library.journal(),
            library.endpoints()),
        new FeedRoutes(
            parts.pages(),
            parts.city(),
            parts.store(),
            parts.settings().get(DashboardSettings.INGEST_HEALTH_URL)),
        new OperationRoutes(parts.pages(), parts.city(), self.sources(parts)));
  }

  private static WallRoutes.Timing timing(DashboardParts parts, ProductPace products) {
    return new WallRoutes.Timing(
        Duration.ofMillis(parts.settings().get(DashboardSettings.WALL_HEARTBEAT_MILLISECONDS)),
        products);
  }
}
