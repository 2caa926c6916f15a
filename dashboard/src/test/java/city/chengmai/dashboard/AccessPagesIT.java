package city.chengmai.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.fixture.Accessibility;
import city.chengmai.dashboard.fixture.Browsing;
import city.chengmai.dashboard.fixture.DutyDesk;
import city.chengmai.dashboard.fixture.People;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in, accounts, screens and the audit log in a real browser; and that no text ever runs. */
class AccessPagesIT {

  private static final double PATIENCE_MILLIS = 30_000;
  private static final String HOSTILE =
      "\"><script>window.ran = 1</script><img src=x onerror=\"window.ran = 2\">"
          + "<svg onload=\"window.ran = 3\"><a href=\"javascript:window.ran = 4\">x</a>"
          + "<div style=\"position:fixed;inset:0\">{{ 7 * 7 }}</div>";

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient writer;
  private static Dashboard dashboard;
  private static Browsing browsing;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    RealisticCity.fill(engine.writer());
    writer = new ClickHouseClient(engine.writer());
    People.add(writer, "wang", Role.ADMIN, "");
    hostileTexts();
    Map<String, String> set = new HashMap<>();
    set.put("dashboard.http-port", "0");
    set.put("dashboard.wall-refresh-milliseconds", "200");
    set.put("dashboard.wall-heartbeat-milliseconds", "300");
    set.put("city.clock", "fixed:" + RealisticCity.NOW);
    dashboard = Dashboard.start(new Settings(set, engine.environment()));
    browsing = new Browsing();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  /** What people and feeds may send, in every text that a page shows. */
  private static void hostileTexts() {
    new Rows("cases")
        .add(
            "case_id",
            HOSTILE,
            "source",
            HOSTILE,
            "category",
            HOSTILE,
            "grid",
            "xq-s02",
            "address",
            HOSTILE,
            "description",
            HOSTILE,
            "unit",
            HOSTILE,
            "stage",
            "filed",
            "reported_at",
            RealisticCity.NOW.minusSeconds(90_000),
            "filed_at",
            RealisticCity.NOW.minusSeconds(80_000),
            "due_at",
            RealisticCity.NOW.minusSeconds(3_600),
            "updated_at",
            RealisticCity.NOW,
            "recorded_at",
            RealisticCity.NOW)
        .into(writer);
    new Rows("alert_actions")
        .add(
            "alert_id",
            DutyDesk.GROUP,
            "action_id",
            "hostile",
            "action",
            "comment",
            "actor",
            HOSTILE,
            "comment",
            HOSTILE,
            "acted_at",
            RealisticCity.NOW)
        .into(writer);
    new Rows("accounts")
        .add(
            "account",
            "hostile",
            "display_name",
            HOSTILE,
            "role",
            "leader",
            "changed_by",
            HOSTILE,
            "changed_at",
            RealisticCity.NOW)
        .into(writer);
  }

  @AfterEach
  void closePages() {
    browsing.closePages();
  }

  @AfterAll
  static void stop() {
    browsing.close();
    dashboard.close();
    writer.close();
    engine.close();
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + dashboard.port() + path;
  }

  private static Page signedIn(int width, int height, String language) {
    Page page = browsing.page(width, height);
    page.navigate(address("/sign-in?lang=" + language));
    signIn(page, People.PASSWORD);
    return page;
  }

  private static void signIn(Page page, String password) {
    page.locator("input[name=account]").fill("wang");
    page.locator("input[name=password]").fill(password);
    page.locator("form[action='/sign-in'] button").click();
  }

  @Test
  void somebodySignsInComesBackToHisPageAndSignsOut() {
    Page page = browsing.page(1280, 900);
    page.navigate(address("/alerts?lang=en"));
    assertThat(page.locator("h1")).hasText("Sign in");
    signIn(page, "not the password");
    assertThat(page.locator("[role=alert]")).containsText("is not right");
    assertThat(page.locator("input[name=password]")).hasValue("");
    page.locator("input[name=password]").fill(People.PASSWORD);
    page.locator("form[action='/sign-in'] button").click();
    assertThat(page.locator("h1")).hasText("Alerts");
    assertThat(page.locator(".who")).hasText("The wang");
    assertThat(page.locator(".open-door")).hasCount(0);
    assertThat(page.evaluate("document.cookie")).asString().doesNotContain("session");
    page.locator(".who").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
    assertThat(page.locator("h1")).hasText("Sign in");
    page.navigate(address("/alerts"));
    assertThat(page.locator("input[name=password]")).hasCount(1);
  }

  @Test
  void anAdministratorMakesAnAccountAndAScreenWhichShowsItsBoardUntilItIsRevoked() {
    Page page = signedIn(1280, 900, "en");
    page.navigate(address("/accounts"));
    String add = "form[action='/accounts'] ";
    page.locator(add + "input[name=account]").fill("li");
    page.locator(add + "input[name=shown_name]").fill("Li, first sub-district");
    page.locator(add + "select[name=area]").selectOption("xq-s01");
    page.locator(add + "input[name=password]").fill("four good words 9");
    page.locator(add + "button").click();
    assertThat(page.locator(".people")).containsText("Li, first sub-district");
    page.navigate(address("/screens"));
    page.locator("form[action='/screens'] input[name=name]").fill("Hall, left");
    page.locator("form[action='/screens'] button").click();
    String shown = page.locator("#screen-address").textContent();
    Page screen = browsing.page(1920, 1080);
    screen.navigate(shown);
    assertThat(screen).hasURL(address("/wall"));
    assertThat(screen.locator(".link-word")).hasText("实时");
    page.navigate(address("/screens"));
    assertThat(page.locator("#screen-address")).hasCount(0);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke")).first().click();
    assertThat(screen.locator("h1")).containsText("此屏幕的访问已停用");
  }

  @Test
  void noTextRunsAndNothingOfOursBreaksThePolicy() {
    Page page = signedIn(1280, 900, "zh-CN");
    List<String> broken = new ArrayList<>();
    page.exposeFunction(
        "tellPolicy",
        given -> {
          broken.add(String.join(" ", Arrays.copyOf(given, given.length, String[].class)));
          return null;
        });
    page.addInitScript(
        "document.addEventListener('securitypolicyviolation', e => tellPolicy("
            + "location.pathname, e.violatedDirective, e.blockedURI + ' ' + e.sample))");
    page.onDialog(dialog -> broken.add("dialog " + dialog.message()));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            broken.add(page.url() + " " + message.text());
          }
        });
    String word = PathSegment.of(HOSTILE);
    for (String path :
        List.of(
            "/case/" + word,
            "/grid/xq-s02",
            "/grid/xq-s02/behind/M04",
            "/grid/xq-s02/indicator/M04",
            "/grids?type=" + word,
            "/compare?grid=" + word,
            "/explore?indicator=" + word + "&area=" + word,
            "/explore?split=" + word,
            "/explore/cases?unit=" + word + "&category=" + word + "&list=1",
            "/restatements?measure=" + word,
            "/alert/" + DutyDesk.GROUP,
            "/alerts?view=all&area=" + word + "&rule=" + word,
            "/files?q=" + word + "&grid=" + word,
            "/files/enterprises/" + word,
            "/space",
            "/records",
            "/record/enterprise/" + word,
            "/record/enterprise/enterprise-007",
            "/campaigns",
            "/measures",
            "/visits",
            "/mechanisms",
            "/mechanism/" + word,
            "/mechanism/003-03",
            "/sites",
            "/sites/" + word,
            "/inspections",
            "/response",
            "/pool",
            "/special/expo",
            "/thresholds",
            "/feeds",
            "/desk",
            "/wall",
            "/audit?word=" + word + "&account=" + word,
            "/accounts",
            "/screens",
            "/account?changed=" + word,
            "/nowhere/" + word,
            "/sign-in?to=" + word)) {
      page.navigate(address(path));
      page.waitForTimeout(150);
      assertThat(page.evaluate("window.ran === undefined")).as(path).isEqualTo(true);
    }
    page.navigate(address("/accounts"));
    assertThat(page.locator(".people")).containsText("<script>window.ran = 1</script>");
    assertThat(broken).isEmpty();
  }

  @Test
  void pagesFitInBothLanguagesOnAWideAndANarrowScreen() throws Exception {
    Path pictures = Files.createDirectories(Path.of("target", "access-pages"));
    for (String language : List.of("zh-CN", "en")) {
      for (int[] size : new int[][] {{1920, 1080}, {390, 844}}) {
        Page nobody = browsing.page(size[0], size[1]);
        nobody.navigate(address("/sign-in?lang=" + language));
        fits(nobody, pictures, "sign-in", language);
        nobody.navigate(address("/wall?screen=gone"));
        fits(nobody, pictures, "screen-refused", language);
        Page page = signedIn(size[0], size[1], language);
        for (String name : List.of("accounts", "screens", "audit", "account")) {
          page.navigate(address("/" + name));
          page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
          fits(page, pictures, name, language);
        }
      }
    }
  }

  private static void fits(Page page, Path pictures, String name, String language) {
    int width = page.viewportSize().width;
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(pictures.resolve(name + "-" + language + "-" + width + ".png"))
            .setFullPage(true));
    Object wide = page.evaluate("document.documentElement.scrollWidth");
    assertThat(((Number) wide).intValue()).as(name + " " + language).isLessThanOrEqualTo(width);
    // Each language and each layout once.
    if (language.equals("en") == width < 1000) {
      assertThat(Accessibility.violations(page)).as(name + " " + language + " " + width).isEmpty();
    }
  }
}
