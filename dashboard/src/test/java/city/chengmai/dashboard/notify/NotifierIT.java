package city.chengmai.dashboard.notify;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.Dashboard;
import city.chengmai.dashboard.fixture.DutyDesk;
import city.chengmai.dashboard.fixture.PressRoom;
import city.chengmai.dashboard.fixture.RealisticCity;
import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages from a running dashboard to a real HTTP server and a real mail server. */
@SuppressWarnings("try") // A dashboard is opened for what it does, not to be asked.
class NotifierIT {

  private static final long PATIENCE_SECONDS = 60;

  /** A post as the hook saw it. */
  private record Post(String key, String signature, String body) {}

  @TempDir private Path directory;
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private EmbeddedClickHouse engine;
  private ClickHouseClient writer;
  private HttpServer hook;

  @BeforeEach
  void start() throws IOException {
    engine = EmbeddedClickHouse.startMigrated(directory.resolve("data"));
    RealisticCity.fill(engine.writer());
    writer = new ClickHouseClient(engine.writer());
    writer.execute("TRUNCATE TABLE alerts");
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/", this::take);
    hook.start();
  }

  @AfterEach
  void stop() {
    hook.stop(0);
    writer.close();
    engine.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    posts.add(
        new Post(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
            exchange.getRequestHeaders().getFirst("X-Chengmai-Signature"),
            new String(body, StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
    exchange.close();
  }

  @Test
  void aHookThatFailsTwiceGetsTheSameMessageUntilItTakesIt_onceOverARestart() throws Exception {
    refusals.set(2);
    raise("only", "alarm");
    try (Dashboard first = dashboard("digest-minutes: 0", "")) {
      Post one = next();
      assertThat(List.of(next().key(), next().key())).containsOnly(one.key());
      JsonObject told = new JsonObject(one.body());
      assertThat(told.getString("occasion")).isEqualTo("raised");
      JsonObject alert = told.getJsonArray("alerts").getJsonObject(0);
      assertThat(alert.getString("sentenceZh")).isNotBlank();
      assertThat(alert.getString("sentenceEn")).isNotBlank();
      assertThat(alert.getString("link")).isEqualTo("https://pages.example/alert/only");
      awaitState("delivered", 1);
    }
    try (Dashboard second = dashboard("digest-minutes: 0", "")) {
      raise("next", "alarm");
      assertThat(next().body()).contains("\"alert\":\"next\"");
    }
    assertThat(posts).isEmpty();
    assertThat(writer.scalar("SELECT max(attempt) FROM alert_deliveries")).isEqualTo("3");
    assertThat(writer.scalar("SELECT uniqExact(delivery_id) FROM alert_deliveries")).isEqualTo("2");
  }

  @Test
  void aMessageThatWasNotSentBeforeTheEndIsSentAfterTheRestart() throws Exception {
    refusals.set(1_000);
    raise("only", "alarm");
    String key;
    try (Dashboard first = dashboard("digest-minutes: 0", "")) {
      key = next().key();
    }
    posts.clear();
    refusals.set(0);
    try (Dashboard second = dashboard("digest-minutes: 0", "")) {
      assertThat(next().key()).isEqualTo(key);
      awaitState("delivered", 1);
    }
    assertThat(posts).isEmpty();
  }

  @Test
  void aHookThatNeverAnswersIsGivenUp() throws Exception {
    refusals.set(1_000);
    raise("only", "alarm");
    try (Dashboard first = dashboard("digest-minutes: 0", "dashboard.notify-attempts=3")) {
      awaitState("given-up", 1);
    }
    assertThat(posts).hasSize(3);
    assertThat(writer.scalar("SELECT any(answer) FROM alert_deliveries WHERE state = 'given-up'"))
        .startsWith("HTTP 503");
  }

  @Test
  void aFloodIsOneDigest_andTheBodyIsSigned() throws Exception {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(alert("flood-" + i, "warning"));
    }
    new TableWriter(writer).insert("alerts", rows);
    try (Dashboard first = dashboard("secret-environment: PATH", "")) {
      Post digest = next();
      assertThat(new JsonObject(digest.body()).getString("occasion")).isEqualTo("digest");
      assertThat(new JsonObject(digest.body()).getInteger("total")).isEqualTo(500);
      assertThat(new JsonObject(digest.body()).getString("textEn")).contains("470 more");
      assertThat(digest.signature())
          .isEqualTo(
              WebhookSender.signature(
                  System.getenv("PATH").strip(), digest.body().getBytes(StandardCharsets.UTF_8)));
      awaitState("delivered", 501);
    }
    assertThat(posts).isEmpty();
  }

  @Test
  void quietTimeHoldsAndTheLogSaysSo() throws Exception {
    raise("quiet", "warning");
    raise("loud", "alarm");
    String quiet = "quiet: [{from: '10:00', to: '11:00'}]";
    try (Dashboard first = dashboard(quiet, "")) {
      assertThat(next().body()).contains("\"alert\":\"loud\"");
      awaitState("held", 1);
    }
    assertThat(posts).isEmpty();
    String later = RealisticCity.NOW.plus(Duration.ofDays(2).plusMinutes(31)).toString();
    try (Dashboard second = dashboard(quiet, "city.clock=fixed:" + later)) {
      assertThat(next().body()).contains("\"alert\":\"quiet\"");
    }
  }

  @Test
  void theEndOfAnOldAlertIsTold() throws Exception {
    raise("only", "alarm");
    try (Dashboard first = dashboard("", "")) {
      assertThat(next().body()).contains("\"occasion\":\"raised\"");
      awaitState("delivered", 1);
    }
    Instant later = RealisticCity.NOW.plus(Duration.ofDays(20));
    Map<String, Object> over = alert("only", "alarm");
    over.put("state", "cleared");
    over.put("cleared_at", later.minus(Duration.ofDays(2)));
    over.put("version", 2);
    new TableWriter(writer).insert("alerts", List.of(over));
    try (Dashboard second = dashboard("", "city.clock=fixed:" + later)) {
      assertThat(next().body()).contains("\"occasion\":\"cleared\"", "\"alert\":\"only\"");
      awaitState("delivered", 2);
    }
    assertThat(posts).isEmpty();
  }

  @Test
  void theEndOfAnOverdueCaseIsNotToldByThoseThatAreOpen() throws Exception {
    Map<String, Object> first = alert("case-1", "alarm");
    first.put("rule", "A01");
    first.put("subject", "case-1");
    Map<String, Object> other = new HashMap<>(first);
    other.put("alert_id", "case-2");
    other.put("subject", "case-2");
    new TableWriter(writer).insert("alerts", List.of(first, other));
    try (Dashboard asked = dashboard("rules: [A01]", "")) {
      assertThat(next().body()).contains("\"occasion\":\"raised\"");
      assertThat(next().body()).contains("\"occasion\":\"raised\"");
      awaitState("delivered", 2);
    }
    Instant later = RealisticCity.NOW.plus(Duration.ofDays(20));
    first.put("state", "cleared");
    first.put("cleared_at", later.minus(Duration.ofDays(2)));
    first.put("version", 2);
    new TableWriter(writer).insert("alerts", List.of(first));
    try (Dashboard second = dashboard("rules: [A01]", "city.clock=fixed:" + later)) {
      JsonObject over = new JsonObject(next().body());
      assertThat(over.getString("occasion")).isEqualTo("cleared");
      assertThat(over.getString("textEn")).contains("is not open any more").doesNotContain("case-");
      assertThat(over.getJsonArray("alerts")).isEmpty();
      awaitState("delivered", 3);
    }
    assertThat(posts).isEmpty();
  }

  @Test
  void mailHasBothLanguagesAndANameThatStays() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    raise(DutyDesk.GROUP, "alarm");
    Path file = directory.resolve("mail.yaml");
    Files.writeString(
        file,
        """
        channels:
          - name: duty
            kind: mail
            target: one@duty.example, two@duty.example
            smtp: {host: 127.0.0.1, port: %d, encryption: none, from: chengmai@duty.example}
        """
            .formatted(mail.getSmtp().getPort()));
    try (Dashboard first = dashboard(file, "")) {
      awaitState("delivered", 1);
    }
    assertThat(mail.getReceivedMessages()).hasSize(2);
    MimeMessage told = mail.getReceivedMessages()[0];
    assertThat(told.getSubject()).contains("告警").contains("Alarm");
    assertThat(told.getContent().toString()).contains("http").contains("预期").contains("expected");
    assertThat(told.getMessageID())
        .isEqualTo(
            "<" + writer.scalar("SELECT any(delivery_id) FROM alert_deliveries") + "@chengmai>");
    mail.stop();
  }

  /** Published, a bulletin goes out once; a draft does not, nor what a channel did not ask for. */
  @Test
  void aPublishedBulletinIsSentOnce_byMailWithItsDocuments() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    Path file = directory.resolve("bulletins.yaml");
    Files.writeString(
        file,
        """
        channels:
          - name: leaders
            kind: mail
            target: leader@duty.example
            escalations-only: true
            bulletins: [week]
            smtp: {host: 127.0.0.1, port: %d, encryption: none, from: chengmai@duty.example}
          - name: archive
            kind: webhook
            target: http://127.0.0.1:%d/hook
            escalations-only: true
            bulletins: [day, week]
        """
            .formatted(mail.getSmtp().getPort(), hook.getAddress().getPort()));
    String noDrafts = "dashboard.bulletins=";
    try (PressRoom press = new PressRoom(engine);
        Dashboard first = dashboard(file, noDrafts)) {
      press.draft(PressRoom.WEEK);
      press.draft(PressRoom.DAY);
      press.publish(PressRoom.WEEK);
      awaitState("delivered", 2);
      JsonObject told = new JsonObject(next().body());
      assertThat(told.getString("occasion")).isEqualTo("bulletin");
      assertThat(told.getJsonObject("bulletin").getString("document"))
          .isEqualTo("https://pages.example/bulletin/week-2026-03-09.pdf?edition=2");
    }
    try (Dashboard second = dashboard(file, noDrafts);
        PressRoom press = new PressRoom(engine)) {
      press.publish(PressRoom.DAY);
      assertThat(next().body()).contains("day-2026-03-18");
      awaitState("delivered", 3);
    }
    assertThat(posts).isEmpty();
    assertThat(mail.getReceivedMessages()).hasSize(1);
    MimeMessage told = mail.getReceivedMessages()[0];
    assertThat(told.getSubject()).contains("周研判").contains("Weekly analysis");
    MimeMultipart parts = (MimeMultipart) told.getContent();
    assertThat(parts.getCount()).isEqualTo(3);
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("week-2026-03-09.pdf");
    assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("week-2026-03-09-en.pdf");
    for (int i = 1; i < parts.getCount(); i++) {
      try (PDDocument document =
          Loader.loadPDF(parts.getBodyPart(i).getInputStream().readAllBytes())) {
        assertThat(new PDFTextStripper().getText(document))
            .contains(i == 1 ? "周研判" : "Weekly analysis");
      }
    }
    mail.stop();
  }

  private Post next() throws InterruptedException {
    Post post = posts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(post).as("a post").isNotNull();
    return post;
  }

  private void awaitState(String state, int deliveries) throws InterruptedException {
    String count = "SELECT uniqExactIf(delivery_id, state = '" + state + "') FROM alert_deliveries";
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (writer.scalar(count).equals(String.valueOf(deliveries))) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(writer.scalar(count)).as(state).isEqualTo(String.valueOf(deliveries));
  }

  private Dashboard dashboard(String more, String setting) throws IOException {
    Path file = directory.resolve("channels.yaml");
    Files.writeString(
        file,
        """
        channels:
          - name: duty
            kind: webhook
            target: http://127.0.0.1:%d/hook
            %s
        """
            .formatted(hook.getAddress().getPort(), more));
    return dashboard(file, setting);
  }

  private Dashboard dashboard(Path file, String setting) {
    Map<String, String> set = new HashMap<>();
    set.put("dashboard.http-port", "0");
    set.put("dashboard.notify", "true");
    set.put("dashboard.notify-channels-file", file.toString());
    set.put("dashboard.notify-round-milliseconds", "100");
    set.put("dashboard.notify-retry-milliseconds", "100");
    set.put("dashboard.public-url", "https://pages.example");
    set.put("city.clock", "fixed:" + RealisticCity.NOW);
    if (!setting.isEmpty()) {
      int equals = setting.indexOf('=');
      set.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return Dashboard.start(new Settings(set, engine.environment()));
  }

  private void raise(String id, String severity) {
    new TableWriter(writer).insert("alerts", List.of(alert(id, severity)));
  }

  private static Map<String, Object> alert(String id, String severity) {
    Map<String, Object> row = new HashMap<>();
    row.put("alert_id", id);
    row.put("rule", "A02");
    row.put("severity", severity);
    row.put("area_id", "xq-s02");
    row.put("category", "");
    row.put("period_start", RealisticCity.NOW.minus(Duration.ofDays(1)));
    row.put("period_end", RealisticCity.NOW);
    row.put("observed", 20);
    row.put("expected", 5);
    row.put("upper", 9);
    row.put("state", "open");
    row.put("raised_at", RealisticCity.NOW.minus(Duration.ofMinutes(5)));
    row.put("version", 1);
    return row;
  }
}
