package city.chengmai.dashboard.page.operations;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.health.PartBoard;
import city.chengmai.dashboard.health.ServiceHealth;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.SelfQueries;
import city.chengmai.dashboard.query.SelfQueries.DiskRow;
import city.chengmai.dashboard.query.SelfQueries.JobRow;
import city.chengmai.dashboard.query.SelfQueries.StatementRow;
import city.chengmai.dashboard.query.SelfQueries.TableRow;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.PartState;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The self-observation board (运行自检). */
public final class OperationRoutes implements RouteGroup {

  private static final int TABLES = 12;
  private static final int STATEMENTS = 15;

  /**
   * What the board is made of.
   *
   * @param storePlace address of the store, under which room on its disks is kept
   */
  public record Sources(
      PartBoard board,
      ServiceHealth ingest,
      ServiceHealth analytics,
      SelfQueries queries,
      SelfQueries.Users users,
      String storePlace) {}

  private final Pages pages;
  private final CityDirectory city;
  private final Sources sources;

  /** Routes over these sources. */
  public OperationRoutes(Pages pages, CityDirectory city, Sources sources) {
    this.pages = requireNonNull(pages, "pages");
    this.city = requireNonNull(city, "city");
    this.sources = requireNonNull(sources, "sources");
  }

  @Override
  public void mount(Router router) {
    router.get("/operations").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "operations", () -> model(figures));
  }

  private Map<String, Object> model(Figures figures) {
    Map<String, Object> model = new HashMap<>();
    PartLines lines = new PartLines(figures);
    List<PartState> ingest = sources.ingest().parts();
    List<PartState> analytics = sources.analytics().parts();
    model.put("parts", lines.own(sources.board().parts()));
    model.put("ingest", lines.of("ingest", ingest));
    model.put("analytics", lines.of("analytics", analytics));
    model.put("process", MemoryLine.ofThisProcess(figures));
    try {
      model.putAll(stored(figures, ingest));
      model.put("storeAway", false);
    } catch (StoreException away) {
      model.put("storeAway", true);
      model.put("unknown", Map.of("disks", List.of()));
      model.put("disks", new DiskLines(figures, List.of()).ofService(sources.ingest(), ingest));
    }
    return model;
  }

  private Map<String, Object> stored(Figures figures, List<PartState> ingest) {
    SelfQueries queries = sources.queries();
    Sections sections =
        new Sections(figures, () -> PartBoard.storeAnswers(sources.board().parts()));
    DiskLines disks = new DiskLines(figures, sections.ask("disks", queries::growth, List.of()));
    List<DiskRow> rooms = sections.ask("disks", queries::disks, List.of());
    List<JobRow> jobs = sections.ask("jobs", queries::jobs, List.of());
    MemoryLine memory =
        sections.ask("memory", () -> MemoryLine.of(queries.memory(), figures), null);
    List<TableRow> tables = sections.ask("tables", () -> queries.tables(TABLES), List.of());
    List<StatementRow> statements =
        sections.ask(
            "statements", () -> queries.statements(sources.users(), STATEMENTS), List.of());
    Map<String, Object> model = new HashMap<>();
    model.put("disks", disks.all(sources.storePlace(), rooms, sources.ingest(), ingest));
    model.put("jobs", jobs.stream().map(row -> JobLine.of(row, figures)).toList());
    model.put("memory", memory);
    model.put("tables", tables.stream().map(row -> TableLine.of(row, figures)).toList());
    model.put(
        "statements", statements.stream().map(row -> StatementLine.of(row, figures)).toList());
    model.put("unknown", sections.unknown());
    return model;
  }
}
