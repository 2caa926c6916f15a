package city.chengmai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.access.Role;
import city.chengmai.dashboard.fixture.IdentityProvider;
import city.chengmai.dashboard.fixture.People;
import city.chengmai.dashboard.fixture.People.Browser;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.Settings;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in at a provider of identities, and what it must not be fooled by. */
class OpenIdIT {

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient writer;
  private static IdentityProvider provider;
  private static Dashboard dashboard;
  private static String address;

  @BeforeAll
  static void start() throws Exception {
    engine = EmbeddedClickHouse.startMigrated(data);
    writer = new ClickHouseClient(engine.writer());
    People.add(writer, "wang", Role.AUDITOR, "");
    provider = new IdentityProvider();
    Map<String, String> set = new HashMap<>();
    set.put("dashboard.http-port", "0");
    set.put("dashboard.oidc-issuer", provider.issuer());
    set.put("dashboard.oidc-client-secret", IdentityProvider.SECRET);
    dashboard = Dashboard.start(new Settings(set, engine.environment()));
    address = "http://127.0.0.1:" + dashboard.port();
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    provider.close();
    writer.close();
    engine.close();
  }

  /** The browser before it comes back: at the provider, with the trip in its cookie. */
  private record Gone(String trip, URI at) {

    static Gone from(String home) {
      HttpResponse<String> away = new Browser(home, "", "").get("/sign-in/provider");
      assertThat(away.statusCode()).isEqualTo(303);
      return new Gone(
          People.cookie(away, "trip"),
          URI.create(away.headers().firstValue("location").orElseThrow()));
    }

    HttpResponse<String> back(String home, String query) {
      return new Browser(home, trip, "").get("/sign-in/provider/back?" + query);
    }
  }

  @Test
  void whoeverTheProviderKnowsComesInAsTheAccountOfThatName() {
    assertThat(People.nobody(address).get("/sign-in?lang=en").body())
        .contains("Sign in at the identity provider");
    Gone gone = Gone.from(address);
    assertThat(gone.at().getQuery()).contains("code_challenge_method=S256").contains("nonce=");
    HttpResponse<String> back = gone.back(address, provider.let("Wang", gone.at()));
    assertThat(back.headers().firstValue("location")).contains("/");
    Browser browser = new Browser(address, People.cookie(back, "session"), "");
    assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
    assertThat(browser.get("/alerts").statusCode()).isEqualTo(403);
  }

  @Test
  void nobodyComesInWithoutAnAccountOrWithAnothersAnswer() {
    Gone unknown = Gone.from(address);
    refused(unknown.back(address, provider.let("stranger", unknown.at())));
    Gone mine = Gone.from(address);
    Gone other = Gone.from(address);
    refused(mine.back(address, provider.let("wang", other.at())));
    refused(new Gone("", mine.at()).back(address, provider.let("wang", mine.at())));
    refused(mine.back(address, "state=" + provider.state(mine.at()) + "&code=made-up"));
    refused(mine.back(address, "error=access_denied&state=" + provider.state(mine.at())));
  }

  @Test
  void aTokenOfAnotherTripOrKeyIsRefused() {
    Gone replayed = Gone.from(address);
    provider.nonceOfNext("another-nonce");
    refused(replayed.back(address, provider.let("wang", replayed.at())));
    Gone forged = Gone.from(address);
    provider.forgeNext();
    refused(forged.back(address, provider.let("wang", forged.at())));
  }

  private static void refused(HttpResponse<String> back) {
    assertThat(back.headers().firstValue("location")).contains("/sign-in?provider=refused");
    assertThat(People.cookie(back, "session")).isEmpty();
  }
}
