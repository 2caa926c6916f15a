package city.chengmai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.fixture.People;
import city.chengmai.dashboard.fixture.People.Browser;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a machine of one's own to a port that others reach, step by step over one store. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExposureIT {

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static Path first;
  private static Path second;

  @BeforeAll
  static void start() throws Exception {
    engine = EmbeddedClickHouse.startMigrated(data.resolve("store"));
    first = pair("first");
    second = pair("second");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  /** A certificate and its key as PEM, made by the JDK's own tool. */
  private static Path pair(String name) throws Exception {
    Path store = data.resolve(name + ".p12");
    List<String> command =
        new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool", "-genkeypair"));
    command.addAll(List.of("-alias", "a", "-keyalg", "EC", "-dname", "CN=" + name));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit"));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    Path pem = data.resolve(name);
    write(Path.of(pem + ".crt"), "CERTIFICATE", keys.getCertificate("a").getEncoded());
    write(
        Path.of(pem + ".key"),
        "PRIVATE KEY",
        keys.getKey("a", "changeit".toCharArray()).getEncoded());
    return pem;
  }

  private static void write(Path file, String what, byte[] bytes) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }

  private static Dashboard open(String... keysAndValues) {
    Map<String, String> set = new HashMap<>();
    set.put("dashboard.http-port", "0");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      set.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Dashboard.start(new Settings(set, engine.environment()));
  }

  @Test
  @Order(1)
  void onThisMachineWithoutAnAccountEverybodyWorksAndIsToldSo() {
    try (Dashboard dashboard = open()) {
      Browser browser = new Browser("http://127.0.0.1:" + dashboard.port(), "", "");
      HttpResponse<String> page = browser.get("/grids?lang=en");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Sign-in is off").doesNotContain("/accounts");
      assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
      assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);
      assertThat(browser.get("/audit").statusCode()).isEqualTo(403);
    }
  }

  @Test
  @Order(2)
  void aPortThatOthersReachIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> open("dashboard.host", "0.0.0.0"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("without TLS")
        .hasMessageContaining("dashboard.behind-proxy=true");
    assertThatThrownBy(() -> open("dashboard.host", "0.0.0.0", "dashboard.behind-proxy", "true"))
        .hasMessageContaining("nobody has an account")
        .hasMessageContaining("account add");
    assertThatThrownBy(() -> open("dashboard.host", "0.0.0.0", "dashboard.sign-in", "off"))
        .hasMessageContaining("dashboard.sign-in is off");
    assertThatThrownBy(() -> open("dashboard.behind-proxy", "true"))
        .hasMessageContaining("nobody has an account");
    assertThatThrownBy(() -> open("dashboard.behind-proxy", "true", "dashboard.sign-in", "off"))
        .hasMessageContaining("dashboard.sign-in is off");
    assertThatThrownBy(() -> open("dashboard.tls-key-file", first + ".key"))
        .hasMessageContaining("set both or none");
  }

  @Test
  @Order(2)
  void aNameOfElsewhereThatLeadsHereIsTurnedAwayWhileNobodySignsIn() throws Exception {
    try (Dashboard dashboard = open("dashboard.public-url", "https://wall.example.org")) {
      int port = dashboard.port();
      String run = "POST /desk/runs HTTP/1.1\r\nOrigin: http://rebound.example:" + port + "\r\n";
      assertThat(plain(port, "GET /grids?lang=en HTTP/1.1\r\n", "rebound.example:" + port))
          .startsWith("HTTP/1.1 403")
          .contains("Asked by another name");
      assertThat(plain(port, run + "Content-Length: 0\r\n", "rebound.example:" + port))
          .startsWith("HTTP/1.1 403");
      for (String own : List.of("localhost:" + port, "127.0.0.1", "[::1]", "wall.example.org")) {
        assertThat(plain(port, "GET /grids HTTP/1.1\r\n", own)).as(own).startsWith("HTTP/1.1 200");
      }
    }
  }

  private static String plain(int port, String head, String host) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = head + "Host: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  @Order(2)
  void whatPagesAreDrawnWithIsServedWhileTheStoreIsAway() throws Exception {
    int closed;
    try (ServerSocket free = new ServerSocket(0)) {
      closed = free.getLocalPort();
    }
    Map<String, String> set =
        Map.of("dashboard.http-port", "0", "clickhouse.url", "http://127.0.0.1:" + closed);
    try (Dashboard dashboard = Dashboard.start(new Settings(set, engine.environment()))) {
      Browser browser = new Browser("http://127.0.0.1:" + dashboard.port(), "", "");
      assertThat(browser.get("/assets/house.css").statusCode()).isEqualTo(200);
      assertThat(browser.get("/favicon.ico").statusCode()).isNotEqualTo(503);
      assertThat(browser.get("/health").body()).isEqualTo("{\"status\":\"down\"}");
      assertThat(browser.get("/grids").statusCode()).isEqualTo(503);
    }
  }

  @Test
  @Order(3)
  void theFirstAccountIsMadeOnTheCommandLineAndClosesTheDoor() throws Exception {
    Path password = Files.writeString(data.resolve("password"), People.PASSWORD + "\n");
    try (Dashboard dashboard = open()) {
      Browser nobody = new Browser("http://127.0.0.1:" + dashboard.port(), "", "");
      assertThat(nobody.get("/grids").statusCode()).isEqualTo(200);
      assertThat(account("add", "Wang", "--role", "admin", "--password-file", password.toString()))
          .contains("added wang as admin");
      for (int i = 0; i < 200 && nobody.get("/grids").statusCode() == 200; i++) {
        Thread.sleep(50);
      }
      assertThat(nobody.get("/grids").statusCode()).isEqualTo(303);
      String address = "http://127.0.0.1:" + dashboard.port();
      assertThat(People.signedIn(address, "wang").get("/accounts").body()).contains("wang");
    }
    assertThat(account("add", "wang", "--role", "admin", "--password-file", password.toString()))
        .contains("there is an account wang already");
    Path easy = Files.writeString(data.resolve("easy"), "wang");
    assertThat(account("add", "li", "--role", "leader", "--password-file", easy.toString()))
        .contains("12 to 128 characters");
    String secret = password.toString();
    assertThat(account("add", "li", "--role=leader", "--area=no-such", "--password-file", secret))
        .contains("there is no area no-such");
    assertThat(account("add", "li", "--role", "king", "--password-file", password.toString()))
        .contains("roles are [leader, analyst, operator, admin, auditor]");
    assertThat(account("list")).contains("wang\tadmin\t-\tenabled");
    assertThat(account("disable", "wang")).contains("disabled wang");
    assertThat(account("enable", "wang")).contains("enabled wang");
    assertThat(account("password", "nobody", "--password-file", password.toString()))
        .contains("there is no account nobody");
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      assertThat(writer.scalar("SELECT count() FROM audit_log WHERE kind = 'account'"))
          .isEqualTo("3");
    }
  }

  private static String account(String... arguments) {
    List<String> all = new ArrayList<>(List.of("account"));
    all.addAll(Arrays.asList(arguments));
    Map<String, String> environment = engine.environment();
    for (String key : List.of("url", "database", "writer-user", "writer-password")) {
      String name = "CLICKHOUSE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
      all.add("--set");
      all.add("clickhouse." + key + "=" + environment.get(name));
    }
    StringWriter said = new StringWriter();
    DashboardMain.run(new PrintWriter(said, true), all.toArray(String[]::new));
    return said.toString();
  }

  @Test
  @Order(4)
  void withTlsTheCookieIsSecureAndANewCertificateServesWithoutARestart() throws Exception {
    Path live = data.resolve("live");
    use(first, live);
    try (Dashboard dashboard =
        open(
            "dashboard.host",
            "0.0.0.0",
            "dashboard.tls-certificate-file",
            live + ".crt",
            "dashboard.tls-key-file",
            live + ".key")) {
      assertThat(ask(dashboard.port(), "/sign-in"))
          .contains("CN=first")
          .containsIgnoringCase("strict-transport-security: max-age=31536000")
          .containsPattern("(?i)set-cookie: form=[^;]+;.*Secure");
      use(second, live);
      String seen = "";
      for (int i = 0; i < 300 && !seen.contains("CN=second"); i++) {
        Thread.sleep(100);
        seen = ask(dashboard.port(), "/health");
      }
      assertThat(seen).contains("CN=second");
    }
  }

  private static void use(Path pair, Path live) throws Exception {
    for (String ending : List.of(".key", ".crt")) {
      Path to = Path.of(live + ending);
      Files.copy(Path.of(pair + ending), to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The certificate's name and the head of an answer, whoever signed the certificate. */
  private static String ask(int port, String path) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        SSLSocket socket =
            (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", port, true)) {
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      OutputStream out = socket.getOutputStream();
      String request =
          "GET "
              + URI.create(path)
              + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
              + "Connection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return shown.getSubjectX500Principal()
          + "\n"
          + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static final class Anybody implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
