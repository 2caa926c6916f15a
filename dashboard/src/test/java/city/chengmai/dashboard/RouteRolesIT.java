package city.chengmai.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.access.Board;
import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.access.RouteRow;
import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.access.Screens;
import city.chengmai.dashboard.access.SecretToken;
import city.chengmai.dashboard.board.BoardEdition;
import city.chengmai.dashboard.board.BoardJournal;
import city.chengmai.dashboard.board.EmergencyText;
import city.chengmai.dashboard.fixture.Described;
import city.chengmai.dashboard.fixture.DutyDesk;
import city.chengmai.dashboard.fixture.HostileRequests;
import city.chengmai.dashboard.fixture.People;
import city.chengmai.dashboard.fixture.People.Browser;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.page.reference.OpenApiRoutes;
import city.chengmai.dashboard.query.AccessQueries;
import city.chengmai.dashboard.query.BoardQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.datasets.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route for everybody: written down here a second time, and asked from a running server. */
class RouteRolesIT {

  private static final String CASE = PathSegment.of(RealisticCity.HOSTILE_CASE);
  private static final String ALERT = DutyDesk.GROUP;

  /**
   * The columns: nobody, a wall, a feeds screen, leader, leader of one grid, analyst, operator,
   * admin, auditor. {@code +} is let in, {@code i} is asked to sign in, {@code -} is refused.
   */
  private static final List<String> COLUMNS =
      List.of(
          "nobody", "wall", "feeds", "leader", "scoped", "analyst", "operator", "admin", "auditor");

  /** What pages are drawn with. */
  private static final Set<String> FILES = Set.of("/assets/house.css", "/favicon.ico");

  private static final Pattern BLANKS = Pattern.compile(" +");

  private static final String EXPECTED =
      """
      GET /assets/*                            +++++++++ /assets/house.css
      GET /favicon.ico                         +++++++++ /favicon.ico
      GET /health                              +++++++++ /health
      GET /ready                               +++++++++ /ready
      GET /metrics                             i-----++- /metrics
      GET /sign-in                             +++++++++ /sign-in
      POST /sign-in                            +++++++++ /sign-in
      GET /sign-in/provider                    +++++++++ /sign-in/provider
      GET /sign-in/provider/back               +++++++++ /sign-in/provider/back
      GET /                                    i++++++++ /
      GET /account                             i--++++++ /account
      POST /account/password                   i--++++++ /account/password
      GET /accounts                            i------+- /accounts
      POST /accounts                           i------+- /accounts
      POST /accounts/:account                  i------+- /accounts/no-such
      POST /accounts/:account/password         i------+- /accounts/no-such/password
      GET /screens                             i------+- /screens
      POST /screens                            i------+- /screens
      POST /screens/:screen/revoke             i------+- /screens/no-such/revoke
      GET /audit                               i------++ /audit
      GET /wall                                i+-+-+++- /wall
      GET /wall/panel/:panel                   i+-+-+++- /wall/panel/no-such
      GET /events/wall                         i+-+-+++- /events/wall
      GET /api/wall                            i+-+-+++- /api/wall
      GET /wall/:board                         i--+-+++- /wall/duty
      GET /wall/:board/panel/:panel            i--+-+++- /wall/duty/panel/no-such
      GET /events/wall/:board                  i--+-+++- /events/wall/duty
      GET /api/wall/:board                     i--+-+++- /api/wall/duty
      GET /boards                              i-----++- /boards
      POST /boards                             i-----++- /boards
      POST /boards/emergency                   i-----++- /boards/emergency
      POST /boards/calm                        i-----++- /boards/calm
      GET /board/:board                        i-----++- /board/duty
      GET /board/:board/preview                i-----++- /board/duty/preview
      POST /board/:board/editions              i-----++- /board/no-such/editions
      POST /board/:board/publication           i-----++- /board/no-such/publication
      POST /board/:board/restoration           i-----++- /board/no-such/restoration
      GET /grids                               i--+++++- /grids
      GET /grid/:grid.pdf                      i--+-+++- /grid/xq-s01.pdf
      GET /grid/:grid                          i--+-+++- /grid/xq-s01
      GET /grid/:grid/behind/:indicator        i--+-+++- /grid/xq-s01/behind/M04
      GET /grid/:grid/indicator/:indicator     i--+-+++- /grid/xq-s01/indicator/M04
      GET /api/grid/:grid                      i--+-+++- /api/grid/xq-s01
      GET /grids/:id/file                      i--+-+++- /grids/xq-s01/file
      GET /compare                             i--+++++- /compare
      GET /explore                             i--+++++- /explore
      GET /explore/cases                       i--+++++- /explore/cases
      GET /restatements                        i--+++++- /restatements
      GET /case/:case                          i--+++++- /case/CASE
      GET /trace                               i--+++++- /trace
      GET /trace/:correlation                  i--+++++- /trace/0123456789abcdef
      GET /alerts                              i--+++++- /alerts
      GET /alert/:alert                        i--+++++- /alert/ALERT
      GET /api/alerts                          i--+++++- /api/alerts
      GET /api/alert/:alert                    i--+++++- /api/alert/ALERT
      POST /alert/:alert/actions               i-----++- /alert/ALERT/actions
      GET /thresholds                          i----+++- /thresholds
      POST /thresholds/:proposal/decisions     i-----++- /thresholds/no-such/decisions
      GET /files                               i--+-+++- /files
      GET /files/enterprises/:id               i--+-+++- /files/enterprises/enterprise-007
      GET /files/buildings/:id                 i--+-+++- /files/buildings/building-003
      GET /space                               i--+-+++- /space
      GET /records                             i--+-+++- /records
      GET /record/:kind/:id                    i--+-+++- /record/building/building-003
      POST /record/:kind/:id/steps             i-----++- /record/building/building-003/steps
      GET /campaigns                           i--+-+++- /campaigns
      GET /measures                            i--+-+++- /measures
      GET /visits                              i--+-+++- /visits
      GET /mechanisms                          i--+++++- /mechanisms
      GET /mechanism/:mechanism                i--+++++- /mechanism/004-20
      GET /sites                               i--+-+++- /sites
      GET /sites/:grid                         i--+-+++- /sites/xq-s01
      GET /inspections                         i--+-+++- /inspections
      GET /response                            i--+-+++- /response
      GET /pool                                i--+-+++- /pool
      GET /special/:id                         i--+-+++- /special/expo
      GET /models                              i--+-+++- /models
      GET /models/new                          i----+-+- /models/new
      POST /models/new                         i----+-+- /models/new
      GET /models/own/:model                   i--+-+++- /models/own/no-such
      POST /models/own/:model                  i----+-+- /models/own/no-such
      GET /model/:model                        i--+-+++- /model/no-such
      POST /model/:model/hits/:hit/actions     i-----++- /model/no-such/hits/no-such/actions
      POST /model/:model/effort                i-----++- /model/no-such/effort
      GET /suggestions                         i--+-+++- /suggestions
      POST /suggestions/:measure/decisions     i--+--++- /suggestions/no-such/decisions
      GET /before-complaint                    i--+-+++- /before-complaint
      GET /classes                             i--+-+++- /classes
      POST /classes/:class/fixes               i--+--++- /classes/no-such/fixes
      GET /conferences                         i--+-+++- /conferences
      POST /conferences/:case/actions          i--+--++- /conferences/no-such/actions
      GET /bulletins                           i--+-+++- /bulletins
      GET /bulletin/:bulletin                  i--+-+++- /bulletin/no-such
      GET /bulletin/:bulletin.pdf              i--+-+++- /bulletin/no-such.pdf
      GET /bulletin/:bulletin/edit             i----+++- /bulletin/no-such/edit
      POST /bulletin/:bulletin/editions        i----+++- /bulletin/no-such/editions
      POST /bulletin/:bulletin/publication     i-----++- /bulletin/no-such/publication
      GET /indicators                          i--+++++- /indicators
      GET /glossary                            i--+++++- /glossary
      GET /about                               i--+++++- /about
      GET /desk                                i----+-+- /desk
      GET /desk/schema                         i----+-+- /desk/schema
      POST /desk/runs                          i----+-+- /desk/runs
      GET /desk/runs/:id                       i----+-+- /desk/runs/no-such
      DELETE /desk/runs/:id                    i----+-+- /desk/runs/no-such
      GET /desk/runs/:id/chart                 i----+-+- /desk/runs/no-such/chart
      POST /desk/export                        i----+-+- /desk/export
      GET /desk/queries/:query                 i----+-+- /desk/queries/no-such
      POST /desk/queries                       i----+-+- /desk/queries
      POST /desk/queries/:query                i----+-+- /desk/queries/no-such
      GET /queries                             i----+-+- /queries
      GET /query/:query                        i----+-+- /query/no-such
      POST /query/:query/remarks               i----+-+- /query/no-such/remarks
      POST /query/:query/withdrawal            i----+-+- /query/no-such/withdrawal
      POST /query/:query/schedule              i----+-+- /query/no-such/schedule
      POST /query/:query/schedule/stop         i----+-+- /query/no-such/schedule/stop
      POST /query/:query/pin                   i----+-+- /query/no-such/pin
      POST /query/:query/endpoints             i----+-+- /query/no-such/endpoints
      POST /query/:query/endpoints/:endpoint/revoke i----+-+- /query/no-such/endpoints/no-such/revoke
      GET /api/openapi.yaml                    +++++++++ /api/openapi.yaml
      GET /api/openapi.json                    +++++++++ /api/openapi.json
      GET /api/queries/:endpoint               iiiiiiiii /api/queries/no-such
      GET /feeds                               i-+--+++- /feeds
      GET /operations                          i----+++- /operations
      POST /sign-out                           +++++++++ /sign-out
      """;

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient writer;
  private static Dashboard dashboard;
  private static Dashboard other;
  private static String address;
  private static final Map<String, Browser> BROWSERS = new LinkedHashMap<>();

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    writer = new ClickHouseClient(engine.writer());
    for (Role role : Role.ofAccounts()) {
      People.add(writer, role.wireName(), role, "");
    }
    People.add(writer, "scoped", Role.LEADER, "xq-s02");
    People.add(writer, "astray", Role.LEADER, "no-such-area");
    dashboard = dashboard();
    other = dashboard();
    address = address(dashboard);
    Screens screens = new Screens(new AccessQueries(new Store(writer)), new TableWriter(writer));
    for (String column : COLUMNS) {
      BROWSERS.put(
          column,
          switch (column) {
            case "nobody" -> People.nobody(address);
            case "wall", "feeds" ->
                screen(screens.add(column, Board.of(column).orElseThrow(), "test", Instant.EPOCH));
            default -> People.signedIn(address, column);
          });
    }
  }

  private static Browser screen(String token) {
    return new Browser(address, "screen=" + token, SecretToken.forForms(token));
  }

  @AfterAll
  static void stop() {
    other.close();
    dashboard.close();
    writer.close();
    engine.close();
  }

  private static Dashboard dashboard() {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("dashboard.http-port", "0");
    set.put("city.clock", "fixed:" + RealisticCity.NOW);
    // Nobody listens there.
    set.put("dashboard.ingest-health-url", "http://127.0.0.1:1/health");
    set.put("dashboard.analytics-health-url", "http://127.0.0.1:1/health");
    return Dashboard.start(new Settings(set, engine.environment()));
  }

  private static String address(Dashboard of) {
    return "http://127.0.0.1:" + of.port();
  }

  private record Line(String route, String outcomes, String path) {

    static Line of(String text) {
      List<String> parts = BLANKS.splitAsStream(text.strip()).toList();
      String path = parts.get(3).replace("CASE", CASE).replace("ALERT", ALERT);
      return new Line(parts.get(0) + " " + parts.get(1), parts.get(2), path);
    }

    String method() {
      return route.substring(0, route.indexOf(' '));
    }
  }

  private static List<Line> lines() {
    return EXPECTED.lines().map(Line::of).toList();
  }

  @Test
  void everyRouteHasItsRowHere() {
    Set<String> here = new TreeSet<>();
    lines().forEach(line -> here.add(line.route()));
    Set<String> there = new TreeSet<>();
    RouteTable.rows().stream().map(RouteRow::name).forEach(there::add);
    assertThat(there).isEqualTo(here);
  }

  @Test
  void everybodyGetsWhatIsWrittenHere() {
    List<String> wrong = new ArrayList<>();
    for (Line line : lines()) {
      StringBuilder seen = new StringBuilder();
      COLUMNS.forEach(column -> seen.append(outcome(line, column)));
      if (!seen.toString().equals(line.outcomes())) {
        wrong.add(line.route() + " expected " + line.outcomes() + ", got " + seen);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Who used what is pooled is told to whoever may read the audit log. */
  @Test
  void theAuditLogIsLinkedForThoseWhoMayReadIt() {
    assertThat(BROWSERS.get("admin").get("/pool").body()).contains("/audit#usage");
    assertThat(BROWSERS.get("admin").get("/audit").body()).contains("id=\"usage\"");
    assertThat(BROWSERS.get("admin").get("/audit?page=2").body())
        .contains("class=\"paging\"")
        .doesNotContain("id=\"usage\"");
    assertThat(BROWSERS.get("leader").get("/pool").body()).doesNotContain("/audit#usage");
  }

  @Test
  void whatIsNoPageIsDescribedForPrograms() {
    Browser admin = BROWSERS.get("admin");
    List<String> seen = new ArrayList<>();
    for (Line line : lines()) {
      if (!line.method().equals("GET") || FILES.contains(line.path())) {
        continue;
      }
      HttpResponse<?> answer = answer(line, admin);
      if (answer.statusCode() == 200 && !Described.type(answer).equals("text/html")) {
        seen.add(line.route());
      }
    }
    assertThat(Described.operations().keySet()).containsAll(seen);
    assertThat(seen).contains("GET /api/wall", "GET /events/wall", "GET /grid/:grid.pdf");
  }

  @Test
  void answersForProgramsFitTheirDescription() throws Exception {
    Browser leader = BROWSERS.get("leader").forPrograms();
    Described.check("GET /api/wall", leader.get("/api/wall"));
    Described.check("GET /api/wall/:board", leader.get("/api/wall/duty"));
    Described.check("GET /health", leader.get("/health"));
    Described.check("GET /ready", leader.get("/ready"));
    Described.check("GET /api/grid/:grid", leader.get("/api/grid/xq-s02"));
    Described.check("GET /api/grid/:grid", leader.get("/api/grid/" + RealisticCity.QUIET_GRID));
    Described.check("GET /api/alerts", leader.get("/api/alerts?view=all&limit=500"));
    Described.check("GET /api/alert/:alert", leader.get("/api/alert/" + ALERT));
    Browser analyst = BROWSERS.get("analyst").forPrograms();
    Described.check("GET /desk/schema", analyst.get("/desk/schema"));
    JsonNode run =
        Described.check("POST /desk/runs", send(analyst, "/desk/runs", "{\"statement\":\"\"}"));
    Described.check("GET /desk/runs/:id", analyst.get("/desk/runs/" + run.get("id").asText()));
    Described.check("POST /desk/runs", send(analyst, "/desk/runs", "[]"));
    run =
        Described.check(
            "POST /desk/runs", send(analyst, "/desk/runs", "{\"statement\":\"SELECT 1\"}"));
    Described.check("GET /desk/runs/:id", analyst.get("/desk/runs/" + run.get("id").asText()));
    assertThat(new ObjectMapper().readTree(leader.get("/api/openapi.json").body()))
        .isEqualTo(OpenApiRoutes.document());
    String beat;
    try (BufferedReader stream =
        new BufferedReader(new InputStreamReader(leader.stream("/events/wall"), UTF_8))) {
      assertThat(stream.readLine()).isEqualTo("event: beat");
      beat = stream.readLine().substring("data: ".length());
    }
    Described.fits("beat", "WallBeat", new ObjectMapper().readTree(beat));
  }

  @Test
  void pagesOfAListHaveEveryAlertOnceAndAreOfOneMoment() {
    Browser leader = BROWSERS.get("leader").forPrograms();
    JsonNode whole =
        Described.check("GET /api/alerts", leader.get("/api/alerts?view=all&limit=500"));
    List<String> expected = whole.findValuesAsText("alert");
    assertThat(expected).hasSizeGreaterThan(5);
    List<String> seen = new ArrayList<>();
    Set<String> moments = new TreeSet<>();
    String after = "";
    do {
      JsonNode page =
          Described.check("GET /api/alerts", leader.get("/api/alerts?view=all&limit=4" + after));
      assertThat(page.get("total")).isEqualTo(whole.get("total"));
      moments.add(page.get("asOf").asText());
      seen.addAll(page.findValuesAsText("alert"));
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
    } while (!after.isEmpty());
    assertThat(seen).isEqualTo(expected);
    assertThat(moments).hasSize(1);
  }

  @Test
  void whatAProgramAsksWronglyIsAProblemThatSaysWhat() {
    Browser leader = BROWSERS.get("leader").forPrograms();
    String next = leader.get("/api/alerts?view=all&limit=1&lang=en").body();
    String cursor = new JsonObject(next).getString("next");
    Map<String, String> wrong =
        Map.of(
            "sevrity=alarm",
            "sevrity",
            "severity=alrm",
            "severity",
            "view=al",
            "view",
            "standing=old",
            "standing",
            "limit=0",
            "limit",
            "limit=501",
            "limit",
            "limit=-1",
            "limit",
            "after=eA",
            "after",
            "view=open&after=" + cursor,
            "after");
    wrong.forEach(
        (query, name) -> {
          HttpResponse<String> answer = leader.get("/api/alerts?lang=en&" + query);
          assertThat(answer.statusCode()).as(query).isEqualTo(400);
          JsonNode problem = Described.check("GET /api/alerts", answer);
          assertThat(problem.get("type").asText()).endsWith(":bad-parameter");
          assertThat(problem.get("parameter").asText()).isEqualTo(name);
          assertThat(problem.get("detail").asText()).contains(name).contains("Expected");
        });
    problem("GET /api/grid/:grid", leader.get("/api/grid/nowhere"), 404, "not-found");
    problem("GET /api/alert/:alert", leader.get("/api/alert/nothing"), 404, "not-found");
    problem(
        "GET /api/wall", BROWSERS.get("scoped").forPrograms().get("/api/wall"), 403, "no-right");
    problem(
        "GET /events/wall",
        BROWSERS.get("scoped").forPrograms().get("/events/wall"),
        403,
        "no-right");
    problem("GET /api/wall", BROWSERS.get("nobody").forPrograms().get("/api/wall"), 401, "sign-in");
    problem("GET /api/wall", leader.get("/api/nowhere"), 404, "not-found");
    problem("GET /api/wall", leader.post("/api/wall", Map.of()), 404, "not-found");
  }

  private static void problem(
      String operation, HttpResponse<String> answer, int status, String kind) {
    assertThat(answer.statusCode()).as(operation).isEqualTo(status);
    assertThat(Described.type(answer)).isEqualTo("application/problem+json");
    assertThat(Described.check(operation, answer).get("type").asText()).endsWith(":" + kind);
  }

  /** Every form of ours is refused without the token of its page, whoever sends it. */
  @Test
  void nothingChangesWithoutTheTokenOfAPage() {
    List<String> taken = new ArrayList<>();
    for (Line line : lines()) {
      Browser without = BROWSERS.get("admin").withoutFormToken();
      if (!line.method().equals("GET") && answer(line, without).statusCode() != 403) {
        taken.add(line.route());
      }
    }
    assertThat(taken).isEmpty();
    HttpResponse<String> elsewhere =
        BROWSERS.get("admin").from("https://elsewhere.example").post("/screens", Map.of());
    assertThat(elsewhere.statusCode()).isEqualTo(403);
  }

  private static Set<String> gridsLinkedOn(Browser browser, String path) {
    return Pattern.compile("href=\"/grid/([^\"]+)\"")
        .matcher(browser.get(path).body())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /** Parameters, addresses and forms of every route, sent by somebody who may use them all. */
  @Test
  void whatIsSentIsTakenForTextOnEveryRoute() {
    HostileRequests hostile = new HostileRequests(BROWSERS.get("admin"));
    String cases = writer.scalar("SELECT count() FROM cases");
    for (Line line : lines()) {
      boolean stream = line.path().startsWith("/events/");
      boolean leaves = line.path().startsWith("/sign-");
      if (line.method().equals("POST") && !leaves) {
        hostile.form(line.path());
      }
      if (line.method().equals("GET") && !stream && !FILES.contains(line.path())) {
        hostile.parameters(line.path());
      }
      if (line.method().equals("GET") && !stream && line.route().contains("/:")) {
        hostile.segments(line.route().substring("GET ".length()), line.path());
      }
    }
    assertThat(hostile.faults()).isEmpty();
    assertThat(writer.scalar("SELECT count() FROM cases")).isEqualTo(cases);
  }

  /** The statements of the desk see the whole city: no form makes such an account. */
  @Test
  void whoeverIsHeldToAnAreaAsksNoStatementsWhateverTheRole() {
    People.add(writer, "confined", Role.ANALYST, "xq-s02");
    Browser confined = People.signedIn(address, "confined");
    for (Line line : lines()) {
      boolean asks =
          line.path().startsWith("/desk")
              || line.path().startsWith("/quer")
              || line.path().startsWith("/models");
      if (asks) {
        assertThat(answer(line, confined).statusCode()).as(line.route()).isEqualTo(403);
      }
    }
    Map<String, String> form =
        Map.of(
            "account", "held-analyst",
            "shown_name", "Held",
            "role", "analyst",
            "area", "xq-s02",
            "password", People.PASSWORD);
    HttpResponse<String> refused = BROWSERS.get("admin").post("/accounts", form);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(writer.scalar("SELECT count() FROM accounts WHERE account = 'held-analyst'"))
        .isEqualTo("0");
  }

  @Test
  void whoeverIsHeldToAnAreaSeesThatAreaAlone() {
    Browser scoped = BROWSERS.get("scoped");
    Browser leader = BROWSERS.get("leader");
    for (String path :
        List.of(
            "/grid/AREA",
            "/grid/AREA.pdf",
            "/api/grid/AREA",
            "/grids/AREA/file",
            "/grid/AREA/behind/M04")) {
      assertThat(scoped.get(path.replace("AREA", "xq-s02")).statusCode()).as(path).isEqualTo(200);
      assertThat(scoped.get(path.replace("AREA", "xq-s01")).statusCode()).as(path).isEqualTo(403);
      assertThat(scoped.get(path.replace("AREA", "xq")).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(scoped.get("/grids").body()).contains("/grid/xq-s02");
    assertThat(scoped.get("/grids").body()).doesNotContain("/grid/xq-s01");
    assertThat(leader.get("/grids").body()).contains("/grid/xq-s01");
    assertThat(scoped.get("/grid/xq-s02/indicator/M04").body()).doesNotContain("/grid/xq-s01");
    for (String path : List.of("/mechanism/004-20", "/mechanism/001-08", "/mechanism/003-03")) {
      assertThat(gridsLinkedOn(leader, path)).as(path).hasSizeGreaterThan(5);
      assertThat(gridsLinkedOn(scoped, path)).as(path).isSubsetOf("xq-s02");
    }
    String form = "/mechanism/004-20?form=";
    assertThat(scoped.get(form + "residential").statusCode()).isEqualTo(200);
    assertThat(gridsLinkedOn(scoped, form + "residential")).isSubsetOf("xq-s02");
    assertThat(scoped.get(form + "business").statusCode()).isEqualTo(400);
    assertThat(leader.get(form + "business").statusCode()).isEqualTo(200);
    String persons = "/mechanism/004-24?lang=en";
    assertThat(leader.get(persons).body()).contains("data-demand=").doesNotContain("not listed");
    for (String body :
        List.of(leader.get(persons + "&form=residential").body(), scoped.get(persons).body())) {
      assertThat(body).contains("rows of a part of the city are not listed");
      assertThat(body).doesNotContain("data-demand=");
      assertThat(body)
          .containsPattern(">(0|fewer than 5|[5-9]|\\d[\\d,]+) in all\\. This is about");
    }
    assertThat(leader.get("/mechanism/004-22?lang=en&form=residential").body())
        .containsPattern("id=\"last\">.*rows of a part of the city are not listed");
    assertThat(scoped.get("/api/alerts?view=all").body())
        .contains("xq-s02")
        .doesNotContain("xq-s01");
    assertThat(scoped.get("/api/alerts?view=all&area=xq-s01").body()).doesNotContain("xq-s01");
    assertThat(leader.get("/api/alerts?view=all").body()).contains("xq-s01");
    assertThat(scoped.get("/alert/A01%7Cxq-s02").statusCode()).isEqualTo(200);
    assertThat(scoped.get("/alert/" + ALERT).statusCode()).isEqualTo(404);
    assertThat(scoped.get("/api/alert/" + ALERT).statusCode()).isEqualTo(404);
    assertThat(scoped.get("/case/" + caseIn("xq-s02")).statusCode()).isEqualTo(200);
    assertThat(scoped.get("/case/" + caseIn("xq-s01")).statusCode()).isEqualTo(404);
    for (String path :
        List.of(
            "/compare?grid=xq-s02&grid=",
            "/explore?area=",
            "/explore/cases?list=1&area=",
            "/restatements?area=")) {
      assertThat(scoped.get(path + "xq-s02").body()).as(path).doesNotContain("xq-s01");
      assertThat(scoped.get(path + "xq-s01").statusCode()).as(path).isEqualTo(404);
      assertThat(leader.get(path + "xq-s01").statusCode()).as(path).isEqualTo(200);
    }
  }

  /** Whoever wrote a model is known by account, whatever name a form or the account shows. */
  @Test
  void aSecondAccountHasToFindAModelRight() throws Exception {
    Browser analyst = BROWSERS.get("analyst");
    Map<String, String> form =
        new LinkedHashMap<>(
            Map.of(
                "model_id", "by-account",
                "name_zh", "甲",
                "name_en", "A",
                "question_zh", "甲",
                "question_en", "A",
                "check_zh", "甲",
                "check_en", "A",
                "department", "urban-management",
                "subject_kind", "place",
                "schedule", "DAILY"));
    form.putAll(
        Map.of(
            "quiet_days", "3",
            "seconds", "20",
            "most_hits", "10",
            "statement",
                "SELECT '' AS grid, 'x' AS object, 'y' AS evidence, 'z' AS text"
                    + " WHERE {until:DateTime64(3, 'UTC')} > toDateTime64(0, 3)",
            "do", "propose",
            "step_id", "by-account-1",
            "based_on", "0",
            "actor", "Somebody else"));
    assertThat(analyst.post("/models/new", form).statusCode()).isEqualTo(303);
    assertThat(analyst.post("/models/new", form).statusCode()).isEqualTo(303);
    Map<String, String> right =
        Map.of("do", "approve", "step_id", "by-account-2", "based_on", "1", "version", "1");
    Map<String, String> masked = new LinkedHashMap<>(right);
    masked.put("actor", "A second person");
    masked.put("account", "admin");
    assertThat(analyst.post("/models/own/by-account", masked).statusCode()).isEqualTo(409);
    assertThat(BROWSERS.get("admin").post("/models/own/by-account", right).statusCode())
        .isEqualTo(303);
    assertThat(
            writer.scalar(
                "SELECT toString(groupArray(concat(step, ' ', account))) FROM (SELECT * FROM"
                    + " model_steps WHERE model_id = 'by-account' ORDER BY edition)"))
        .isEqualTo("['propose analyst','approve admin']");
    eventually(
        () ->
            writer
                .scalar(
                    "SELECT toString(arraySort(groupUniqArray((account, detail, outcome)))) FROM"
                        + " audit_log WHERE kind = 'own-model' AND target = 'by-account'")
                .equals(
                    "[('admin','approve 1','done'),('analyst','approve"
                        + " 1','refused'),('analyst','propose','done')]"));
  }

  @Test
  void whatAnAnalystKeepsForHimselfExistsForNobodyElse() {
    Browser analyst = BROWSERS.get("analyst");
    String body =
        """
        {"step": "%s", "name": "%s", "statement": "SELECT 1", "shared": %b}
        """;
    String own = kept(analyst, body.formatted("own", "My own", false));
    String shared = kept(analyst, body.formatted("shared", "For all", true));
    Browser admin = BROWSERS.get("admin");
    assertThat(analyst.get("/queries").body()).contains("My own", "For all");
    assertThat(admin.get("/queries").body()).contains("For all").doesNotContain("My own");
    for (String path : List.of("/query/", "/desk/queries/")) {
      assertThat(admin.get(path + own).statusCode()).as(path).isEqualTo(404);
      assertThat(admin.get(path + shared).statusCode()).as(path).isEqualTo(200);
    }
    for (String step : List.of("/remarks", "/withdrawal", "/endpoints")) {
      Map<String, String> form = Map.of("remark", "x", "name", "x", "based_on", "1");
      assertThat(admin.post("/query/" + own + step, form).statusCode()).as(step).isEqualTo(404);
    }
    String hidden = body.formatted("taken", "Mine now", false).replace("{", "{\"basedOn\": 1, ");
    assertThat(send(admin, "/desk/queries/" + own, hidden).statusCode()).isEqualTo(404);
    assertThat(send(admin, "/desk/queries/" + shared, hidden).statusCode()).isEqualTo(200);
    assertThat(analyst.get("/query/" + shared).body()).contains("Mine now");
    assertThat(kept(admin, body.formatted("own", "The same step", false))).isNotEqualTo(own);
    assertThat(send(admin, "/desk/queries", body.formatted("", "No step", false)).statusCode())
        .isEqualTo(400);
    String cleaned =
        """
        {"step": "cleaned", "basedOn": 1, "name": "Cleaned", "statement": "SELECT 2", "shared": true}
        """;
    assertThat(send(analyst, "/desk/queries/" + own, cleaned).statusCode()).isEqualTo(200);
    assertThat(analyst.get("/query/" + own).body()).contains("SELECT 1", "SELECT 2");
    assertThat(admin.get("/query/" + own).body()).contains("SELECT 2").doesNotContain("SELECT 1");
  }

  @Test
  void anAdministratorRevokesWhatOthersGaveAway() {
    Browser analyst = BROWSERS.get("analyst");
    Browser admin = BROWSERS.get("admin");
    String body = "{\"step\": \"given\", \"name\": \"Given\", \"statement\": \"SELECT 1\"}";
    String id = kept(analyst, body);
    String endpoints = "/query/" + id + "/endpoints";
    Map<String, String> stale = Map.of("name", "outside", "based_on", "7");
    assertThat(analyst.post(endpoints, stale).statusCode()).isEqualTo(409);
    Map<String, String> form = Map.of("name", "outside", "based_on", "1");
    assertThat(analyst.post(endpoints, form).statusCode()).isEqualTo(200);
    Pattern action = Pattern.compile(endpoints + "/[^/\"]+/revoke");
    String revoke =
        action.matcher(admin.get("/queries").body()).results().findFirst().orElseThrow().group();
    assertThat(analyst.get("/queries").body()).doesNotContain(revoke);
    assertThat(admin.post(revoke, Map.of()).statusCode()).isEqualTo(303);
    assertThat(admin.get("/queries").body()).doesNotContain(revoke);
  }

  private static String kept(Browser browser, String body) {
    HttpResponse<String> answer = send(browser, "/desk/queries", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new JsonObject(answer.body()).getString("id");
  }

  private static HttpResponse<String> send(Browser browser, String path, String body) {
    return browser.send("POST", path, "application/json", body);
  }

  @Test
  void aStrangerHearsHowWeAreAndNothingElse() throws Exception {
    String told = "";
    for (int i = 0; i < 100 && !told.contains("service-silent"); i++) {
      Thread.sleep(100);
      told = BROWSERS.get("operator").get("/health").body();
    }
    JsonObject parts = new JsonObject(told).getJsonObject("parts");
    assertThat(parts.getJsonObject("store").getString("state")).isEqualTo("up");
    assertThat(parts.getJsonObject("ingest").getString("code")).isEqualTo("service-silent");
    assertThat(parts.getJsonObject("schedules").getString("state")).isEqualTo("up");
    Browser nobody = BROWSERS.get("nobody");
    assertThat(nobody.get("/health").statusCode()).isEqualTo(200);
    assertThat(nobody.get("/health").body()).isEqualTo("{\"status\":\"degraded\"}");
    assertThat(nobody.get("/ready").body()).isEqualTo("{\"ready\":true}");
  }

  @Test
  void theWayOfAnEventIsShownToWhoeverMaySeeItsPlace() {
    String source = "urn:traced";
    String id = "e 1/ä";
    writer.execute(
        "INSERT INTO events SELECT '%s', '%s', 'cn.grid.record.updated', 'traced-1', 'xq-s03', '',"
                .formatted(source, id)
            + " toDateTime64('2026-03-20 01:00:00', 3, 'UTC') AS at, at + 12, '{}', 1");
    writer.execute(
        "INSERT INTO event_revisions SELECT source, id, type, subject, grid, overlay_grid,"
            + " occurred_at, recorded_at + number * 60, data, bitShiftLeft(toUInt64(number), 48)"
            + " FROM (SELECT *, arrayJoin([0, 1]) AS number FROM events WHERE source = '%s')"
                .formatted(source));
    writer.execute(
        "INSERT INTO dead_letters (dead_letter_id, reason, source, event_id, received_at) SELECT"
            + " 'letter-7', 'duplicate', source, id, recorded_at + 30 FROM events"
            + " WHERE source = '%s'".formatted(source));
    writer.execute(
        "INSERT INTO alerts (alert_id, rule, severity, area_id, evidence, state, raised_at, version)"
            + " SELECT 'traced-alert', 'A09', 'notice', 'xq-s03', ['traced-1'], 'open',"
            + " recorded_at + 3600, 1 FROM events WHERE source = '%s'".formatted(source));
    String correlation = CorrelationId.of(source, id);
    assertThat(
            writer.scalar(
                "SELECT %s FROM events WHERE source = '%s'"
                    .formatted(CorrelationId.sql("source", "id"), source)))
        .isEqualTo(correlation);
    String bySource = "/trace?lang=en&source=" + source + "&id=" + PathSegment.of(id);
    String page = BROWSERS.get("operator").get("/trace/" + correlation + "?lang=en").body();
    assertThat(page)
        .contains(correlation, "e 1/ä", "Happened", "Taken by ingest", "after 12.0 s", "content 2")
        .contains("Refused", "letter-7", "Alert raised", "/alert/traced-alert");
    assertThat(BROWSERS.get("operator").get(bySource).body()).contains(correlation);
    assertThat(BROWSERS.get("leader").get(bySource).body())
        .contains("Taken by ingest")
        .doesNotContain("letter-7");
    assertThat(BROWSERS.get("scoped").get(bySource).statusCode()).isEqualTo(404);
    assertThat(BROWSERS.get("operator").get("/trace/ffffffffffffffff").statusCode()).isEqualTo(404);
    assertThat(BROWSERS.get("operator").get("/trace/no-id").statusCode()).isEqualTo(400);
    assertThat(BROWSERS.get("operator").get("/trace?lang=en").body()).contains("Way of an event");
    assertThat(BROWSERS.get("leader").get("/trace?subject=traced-1").body()).contains("urn:traced");
    assertThat(BROWSERS.get("scoped").get("/trace?subject=traced-1").body())
        .doesNotContain("urn:traced");
    writer.execute("ALTER TABLE alerts DELETE WHERE alert_id = 'traced-alert'");
  }

  /** Whoever is held to areas sees an alert that lies within them as a whole, here as elsewhere. */
  @Test
  void theWayOfAnEventTellsOfNoAlertThatReachesBeyondTheArea() {
    for (String id : List.of("own", "spread", "grouped", "beyond")) {
      writer.execute(
          "INSERT INTO alerts (alert_id, group_id, rule, severity, area_id, areas, evidence, state,"
              + " raised_at, version) SELECT 'way-%s', %s, 'A09', 'notice', '%s', %s, [%s], 'open',"
                  .formatted(
                      id,
                      Set.of("grouped", "beyond").contains(id) ? "'way-group'" : "''",
                      id.equals("beyond") ? "xq-s03" : "xq-s02",
                      id.equals("spread") ? "['xq-s02', 'xq-s03']" : "[]",
                      id.equals("beyond") ? "" : "'way-1'")
              + " toDateTime64('2026-03-20 01:00:30', 3, 'UTC'), 1");
    }
    event("urn:way", "recent", "2026-03-20 01:00:00");
    event("urn:way", "past", "2025-01-20 01:00:00");
    String way = "/trace?source=urn:way&id=recent";
    assertThat(BROWSERS.get("leader").get(way).body())
        .contains("/alert/way-own", "/alert/way-spread", "/alert/way-group");
    assertThat(BROWSERS.get("scoped").get(way).body())
        .contains("/alert/way-own")
        .doesNotContain("/alert/way-spread")
        .doesNotContain("/alert/way-group");
    String recent = "/trace/" + CorrelationId.of("urn:way", "recent");
    String past = "/trace/" + CorrelationId.of("urn:way", "past");
    assertThat(BROWSERS.get("scoped").get(recent).statusCode()).isEqualTo(200);
    assertThat(BROWSERS.get("leader").get(past).statusCode()).isEqualTo(200);
    assertThat(BROWSERS.get("scoped").get(past).statusCode()).isEqualTo(404);
    writer.execute("ALTER TABLE alerts DELETE WHERE startsWith(alert_id, 'way-')");
  }

  private static void event(String source, String id, String at) {
    writer.execute(
        "INSERT INTO events SELECT '%s', '%s', 'cn.grid.record.updated', 'way-1', 'xq-s02', '',"
                .formatted(source, id)
            + " toDateTime64('%s', 3, 'UTC') AS at, at + 12, '{}', 1".formatted(at));
  }

  private static String caseIn(String grid) {
    return PathSegment.of(
        writer.scalar("SELECT case_id FROM cases WHERE grid = '" + grid + "' LIMIT 1"));
  }

  @Test
  void sessionsHoldOnEachDashboardOfTheCityAndEndOnBoth() throws Exception {
    Browser here = People.signedIn(address, "operator");
    Browser there = here.at(address(other));
    assertThat(there.get("/alerts").statusCode()).isEqualTo(200);
    assertThat(here.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
    assertThat(here.get("/alerts").headers().firstValue("location").orElse(""))
        .startsWith("/sign-in?to=");
    eventually(() -> there.get("/alerts").statusCode() == 303);
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void aRevokedScreenIsToldSoAndItsStreamEnds() throws Exception {
    Screens screens = new Screens(new AccessQueries(new Store(writer)), new TableWriter(writer));
    String token = screens.add("entrance", Board.WALL, "test", Instant.EPOCH);
    HttpResponse<String> first = new Browser(address, "", "").get("/wall?screen=" + token);
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("location")).contains("/wall");
    assertThat(first.headers().allValues("set-cookie").toString())
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Lax");
    Browser screen = new Browser(address, People.cookie(first, "screen"), "");
    assertThat(screen.get("/wall").statusCode()).isEqualTo(200);
    CompletableFuture<String> stream =
        CompletableFuture.supplyAsync(() -> screen.get("/events/wall").body());
    String id =
        screens.all().stream()
            .filter(one -> one.name().equals("entrance"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(BROWSERS.get("admin").post("/screens/" + id + "/revoke", Map.of()).statusCode())
        .isEqualTo(303);
    eventually(() -> screen.get("/wall").statusCode() == 403);
    assertThat(screen.get("/wall?lang=en").body()).contains("This screen has no access any more");
    assertThat(stream.get(60, TimeUnit.SECONDS)).contains("event: beat");
    assertThat(new Browser(address, "", "").get("/wall?screen=made-up").statusCode())
        .isEqualTo(403);
  }

  /** The first answer was lost between the draft and its publication: both times. */
  @Test
  void anEmergencyThatIsSentAgainIsPublished() {
    BoardJournal journal =
        new BoardJournal(
            new BoardQueries(new Store(writer)), new TableWriter(writer), InstantSource.system());
    Browser operator = BROWSERS.get("operator");
    sentAgain(
        operator,
        journal,
        "emergency",
        text -> EmergencyText.declared(text, "Half declared", Instant.EPOCH));
    assertThat(operator.get("/boards?lang=en").body()).contains("Emergency: Half declared");
    sentAgain(operator, journal, "calm", EmergencyText::over);
    assertThat(operator.get("/boards?lang=en").body()).doesNotContain("Half declared");
  }

  /** An area of the board has gone since it was published. */
  @Test
  void anEmergencyEndsOnABoardThatCouldNotBePublishedAnyMore() {
    BoardJournal journal =
        new BoardJournal(
            new BoardQueries(new Store(writer)), new TableWriter(writer), InstantSource.system());
    String gone =
        journal
            .editions("emergency")
            .get(0)
            .text()
            .replace(
                "{kind: alerts,", "{kind: trend, area: no-such-area}\n          - {kind: alerts,");
    int before = journal.editions("emergency").get(0).edition();
    journal.save(
        "emergency",
        new BoardJournal.Step("gone-d", before, "test"),
        EmergencyText.declared(gone, "Area gone", Instant.EPOCH));
    journal.publish("emergency", new BoardJournal.Step("gone", before + 1, "test"));
    Browser operator = BROWSERS.get("operator");
    assertThat(operator.get("/boards?lang=en").body()).contains("Emergency: Area gone");
    Map<String, String> form = Map.of("step_id", "gone-end", "based_on", "" + (before + 2));
    assertThat(operator.post("/boards/calm", form).statusCode()).isEqualTo(303);
    assertThat(operator.get("/boards?lang=en").body()).doesNotContain("Area gone");
    assertThat(journal.editions("emergency").get(0).text()).isEqualTo(gone);
    journal.restore("emergency", new BoardJournal.Step("gone-restored", before + 4, "test"), 0);
    Map<String, String> other =
        Map.of(
            "step_id",
            "other-emergency",
            "based_on",
            "0",
            "text",
            EmergencyText.declared(gone.replace("no-such-area", "xq-s01"), "x", Instant.EPOCH));
    assertThat(operator.post("/board/special/editions?lang=en", other).body())
        .contains("only the board “emergency” tells of an emergency");
  }

  private static void sentAgain(
      Browser browser, BoardJournal journal, String path, UnaryOperator<String> change) {
    BoardEdition before = journal.editions("emergency").get(0);
    String step = UUID.randomUUID().toString();
    journal.save(
        "emergency",
        new BoardJournal.Step(step + "-d", before.edition(), "test"),
        change.apply(before.text()));
    Map<String, String> form =
        Map.of("step_id", step, "based_on", "" + before.edition(), "name", "Half declared");
    for (int i = 0; i < 2; i++) {
      assertThat(browser.post("/boards/" + path, form).statusCode()).isEqualTo(303);
      BoardEdition after = journal.editions("emergency").get(0);
      assertThat(after.edition()).isEqualTo(before.edition() + 2);
      assertThat(after.published()).isTrue();
    }
  }

  @Test
  void aScreenShowsItsOwnBoardAndNoOther() {
    Screens screens = new Screens(new AccessQueries(new Store(writer)), new TableWriter(writer));
    String token = screens.add("duty room", Board.wall("duty"), "test", Instant.EPOCH);
    HttpResponse<String> first = new Browser(address, "", "").get("/wall/duty?screen=" + token);
    assertThat(first.headers().firstValue("location")).contains("/wall/duty");
    Browser screen = screen(token);
    for (String own :
        List.of("/wall/duty", "/wall/duty/panel/header", "/events/wall/duty", "/api/wall/duty")) {
      assertThat(screen.head(own).statusCode()).as(own).isEqualTo(200);
    }
    for (String other :
        List.of(
            "/wall",
            "/wall/city",
            "/wall/panel/header",
            "/wall/special/panel/header",
            "/events/wall",
            "/events/wall/special",
            "/api/wall/city",
            "/wall/%64uty/panel/../../city",
            "/board/duty",
            "/board/duty/preview")) {
      assertThat(screen.head(other).statusCode()).as(other).isEqualTo(403);
    }
    assertThat(BROWSERS.get("admin").get("/screens?lang=en").body()).contains("Alerts and clocks");
  }

  @Test
  void whatIsDoneStandsInTheAuditLogUnderTheAccount() throws Exception {
    Browser admin = BROWSERS.get("admin");
    admin.send("POST", "/desk/runs", "application/json", "{\"statement\":\"SELECT 4711 AS seen\"}");
    HttpResponse<String> file =
        admin.send("POST", "/desk/export", "application/json", "{\"statement\":\"SELECT 4712\"}");
    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .matches("attachment; filename=\"desk-admin-\\d{8}T\\d{6}-[0-9a-f-]{36}\\.csv\"");
    BROWSERS.get("leader").get("/desk");
    People.signIn(address, "nobody-at-all", "wrong password");
    Browser auditor = BROWSERS.get("auditor");
    eventually(
        () -> {
          String log = auditor.get("/audit?lang=en").body();
          return log.contains("SELECT 4711 AS seen")
              && log.contains("SELECT 4712")
              && log.contains("GET /desk")
              && log.contains("nobody-at-all");
        });
    assertThat(auditor.get("/audit?kind=query&word=4711").body())
        .contains("SELECT 4711")
        .doesNotContain("SELECT 4712");
    assertThat(auditor.get("/audit?account=leader&outcome=refused").body()).contains("GET /desk");
    assertThat(auditor.get("/audit?from=2020-01-01&to=2020-01-02").body())
        .doesNotContain("SELECT 4711");
    assertThat(auditor.get("/audit?from=nonsense&page=-1&kind=nonsense").statusCode())
        .isEqualTo(200);
    assertThat(
            writer.scalar(
                "SELECT count() FROM audit_log WHERE detail LIKE '%" + People.PASSWORD + "%'"))
        .isEqualTo("0");
  }

  @Test
  void aLeaderOfAnAreaThatIsNotKnownSeesNoAlert() {
    Browser astray = People.signedIn(address, "astray");
    assertThat(BROWSERS.get("leader").get("/api/alerts?view=all").body()).contains("xq-s01");
    assertThat(astray.get("/api/alerts?view=all").body()).doesNotContain("xq-s");
    assertThat(astray.get("/alerts?view=all").body()).doesNotContain("/alert/");
    assertThat(astray.get("/grids").body()).doesNotContain("/grid/xq");
  }

  @Test
  void anAlertIsActedOnUnderTheAccountWhateverTheFormSays() {
    String id = UUID.randomUUID().toString();
    Map<String, String> form =
        Map.of("action", "comment", "action_id", id, "actor", "somebody else", "comment", "seen");
    assertThat(BROWSERS.get("operator").post("/alert/" + ALERT + "/actions", form).statusCode())
        .isEqualTo(303);
    assertThat(writer.scalar("SELECT actor FROM alert_actions WHERE action_id = '" + id + "'"))
        .isEqualTo("The operator (operator)");
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() throws Exception {
    People.add(writer, "changing", Role.LEADER, "");
    Browser here = People.signedIn(address, "changing");
    Browser elsewhere = People.signedIn(address, "changing");
    String wanted = "another 7 good words";
    Map<String, String> form = Map.of("old", People.PASSWORD, "new", wanted, "again", wanted);
    HttpResponse<String> wrong =
        here.post("/account/password", Map.of("old", "no", "new", wanted, "again", wanted));
    assertThat(wrong.statusCode()).isEqualTo(400);
    HttpResponse<String> answer = here.post("/account/password", form);
    assertThat(answer.statusCode()).isEqualTo(303);
    Browser after = new Browser(address, People.cookie(answer, "session"), "");
    assertThat(after.cookie()).isNotEqualTo(here.cookie());
    assertThat(after.get("/grids").statusCode()).isEqualTo(200);
    eventually(() -> elsewhere.get("/grids").statusCode() == 303);
    assertThat(People.signIn(address, "changing", People.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(People.signIn(address, "changing", wanted).statusCode()).isEqualTo(303);
  }

  @Test
  void aDisabledAccountIsOutAndEveryRefusalLooksAlike() throws Exception {
    People.add(writer, "leaving", Role.LEADER, "");
    Browser leaving = People.signedIn(address, "leaving");
    Map<String, String> off =
        Map.of("shown_name", "Gone", "role", "leader", "area", "", "standing", "disabled");
    assertThat(BROWSERS.get("admin").post("/accounts/leaving", off).statusCode()).isEqualTo(303);
    eventually(() -> leaving.get("/grids").statusCode() == 303);
    String disabled = People.signIn(address, "leaving", People.PASSWORD).body();
    String unknown = People.signIn(address, "missing", People.PASSWORD).body();
    String wrong = People.signIn(address, "analyst", "not the password").body();
    assertThat(plain(disabled, "leaving"))
        .isEqualTo(plain(unknown, "missing"))
        .isEqualTo(plain(wrong, "analyst"));
  }

  private static String plain(String page, String name) {
    return page.replace("value=\"" + name + "\"", "")
        .replaceAll("name=\"form_token\" value=\"[^\"]+\"", "")
        .replaceAll("content=\"[^\"]+\"", "");
  }

  @Test
  void guessingIsSlowedWithoutTellingWhoHasAnAccount() {
    People.add(writer, "guessed", Role.LEADER, "");
    for (String name : List.of("made-up-name", "guessed")) {
      assertThat(guesses(name)).as(name).startsWith(401).endsWith(429);
    }
    HttpResponse<String> right = People.signIn(address, "guessed", People.PASSWORD);
    // A slow machine may sit out the wait between two lines; it doubles with each try.
    for (int round = 0; right.statusCode() == 303 && round < 5; round++) {
      assertThat(guesses("guessed")).endsWith(429);
      right = People.signIn(address, "guessed", People.PASSWORD);
    }
    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(right.headers().firstValue("retry-after")).isPresent();
  }

  private static List<Integer> guesses(String name) {
    List<Integer> seen = new ArrayList<>();
    while (seen.size() < 12 && !seen.contains(429)) {
      seen.add(People.signIn(address, name, "guess number " + seen.size()).statusCode());
    }
    return seen;
  }

  @Test
  void aSignInLeadsBackToOurOwnPagesOnly() {
    Browser nobody = People.nobody(address);
    for (String elsewhere :
        List.of("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere")) {
      HttpResponse<String> answer =
          nobody.post(
              "/sign-in",
              Map.of("account", "leader", "password", People.PASSWORD, "to", elsewhere));
      assertThat(answer.headers().firstValue("location")).as(elsewhere).contains("/");
    }
    HttpResponse<String> answer =
        nobody.post(
            "/sign-in",
            Map.of("account", "leader", "password", People.PASSWORD, "to", "/grids?type=street"));
    assertThat(answer.headers().firstValue("location")).contains("/grids?type=street");
  }

  private static char outcome(Line line, String column) {
    Browser browser = BROWSERS.get(column);
    boolean leaves = line.path().equals("/sign-out") && Role.ofAccount(column).isPresent();
    HttpResponse<?> answer = answer(line, leaves ? People.signedIn(address, column) : browser);
    String to = answer.headers().firstValue("location").orElse("");
    boolean ownPage = line.path().equals("/sign-in");
    if ((answer.statusCode() == 401 && !ownPage) || to.startsWith("/sign-in?to=")) {
      return 'i';
    }
    return answer.statusCode() == 403 ? '-' : '+';
  }

  private static HttpResponse<?> answer(Line line, Browser browser) {
    return switch (line.method()) {
      case "GET" -> browser.head(line.path());
      case "DELETE" -> browser.send("DELETE", line.path(), "text/plain", "");
      default -> browser.post(line.path(), Map.of());
    };
  }
}
