package city.chengmai.dashboard;

import city.chengmai.dashboard.access.SignInMode;
import city.chengmai.dashboard.bulletin.BulletinKind;
import city.chengmai.dashboard.page.SmallCells;
import city.chengmai.datasets.settings.Setting;
import java.util.List;

/** The dashboard's own settings. The README's table is made from them. */
public final class DashboardSettings {

  /** Interface to listen on. */
  public static final Setting<String> HOST =
      Setting.text(
          "dashboard.host", "127.0.0.1", "interface to listen on; loopback unless you set it");

  /** Port of all pages. */
  public static final Setting<Integer> HTTP_PORT =
      Setting.number(
          "dashboard.http-port", 7400, 0, 65_535, "port of all pages; 0 takes a free one");

  /** Queries at the same time. */
  public static final Setting<Integer> WORKER_THREADS =
      Setting.number(
          "dashboard.worker-threads",
          8,
          1,
          256,
          "queries and drawings at the same time, off the event loop");

  /** Pause between rounds of the wall. */
  public static final Setting<Integer> WALL_REFRESH_MILLISECONDS =
      Setting.number(
          "dashboard.wall-refresh-milliseconds",
          2_000,
          50,
          600_000,
          "time from one round of reading the wall's figures to the next, and a quarter of it"
              + " between them however long they take; slow panels wait twenty rounds");

  /** Pause between beats of the stream. */
  public static final Setting<Integer> WALL_HEARTBEAT_MILLISECONDS =
      Setting.number(
          "dashboard.wall-heartbeat-milliseconds",
          5_000,
          50,
          600_000,
          "pause between two beats of the wall's stream; three missed ones mean the link is down");

  /** Counts that walls do not tell. */
  public static final Setting<SmallCells> SMALL_CELLS =
      Setting.parsed(
          "dashboard.small-cells",
          "5",
          SmallCells::parse,
          "0 or 3 to 100",
          "smallest count of cases that walls tell by category, day and hour; smaller ones, and what"
              + " would give them away, are not shown; 0 shows all");

  /** How often analytics renews its products. */
  public static final Setting<Integer> PRODUCT_INTERVAL_HOURS =
      Setting.number(
          "dashboard.product-interval-hours",
          24,
          1,
          8_760,
          "longest expected time between runs of analytics; the latest runs count where they lay closer"
              + " together; late after twice, lost after ten times");

  /** Where ingest tells how it is. */
  public static final Setting<String> INGEST_HEALTH_URL =
      Setting.text(
          "dashboard.ingest-health-url",
          "http://127.0.0.1:7430/health",
          "where the feed board asks ingest how it is; answers while ClickHouse is away");

  /** Where analytics tells how it is. */
  public static final Setting<String> ANALYTICS_HEALTH_URL =
      Setting.text(
          "dashboard.analytics-health-url",
          "http://127.0.0.1:7432/health",
          "where analytics is asked how it is while it follows; what it last finished is told by the"
              + " store all the same");

  /** Whether this process raises alerts about the installation. */
  public static final Setting<Boolean> SELF_ALERTS =
      Setting.flag(
          "dashboard.self-alerts",
          true,
          "whether this process raises alerts about this installation itself (X01 to X03). Several"
              + " processes of a city do no harm");

  /** Whether others are told about alerts. */
  public static final Setting<Boolean> NOTIFY =
      Setting.flag(
          "dashboard.notify",
          false,
          "whether this process tells the channels about alerts; exactly one process of a city may");

  /** The channels. */
  public static final Setting<String> NOTIFY_CHANNELS_FILE =
      Setting.text("dashboard.notify-channels-file", "", "YAML file of the channels that are told");

  /** Pause between rounds of telling. */
  public static final Setting<Integer> NOTIFY_ROUND_MILLISECONDS =
      Setting.number(
          "dashboard.notify-round-milliseconds",
          5_000,
          50,
          600_000,
          "pause between two looks at what is to be told");

  /** Pause before the second try. */
  public static final Setting<Integer> NOTIFY_RETRY_MILLISECONDS =
      Setting.number(
          "dashboard.notify-retry-milliseconds",
          30_000,
          50,
          3_600_000,
          "pause after the first try that failed; doubles with every try, up to an hour");

  /** Tries of a message. */
  public static final Setting<Integer> NOTIFY_ATTEMPTS =
      Setting.number(
          "dashboard.notify-attempts", 10, 1, 100, "tries of a message before it is given up");

  /** How old news may be. */
  public static final Setting<Integer> NOTIFY_NEWEST_HOURS =
      Setting.number(
          "dashboard.notify-newest-hours",
          24,
          1,
          744,
          "an alert that began longer ago is no news and is not told");

  /** Kinds of bulletins. */
  public static final Setting<List<BulletinKind>> BULLETINS =
      Setting.parsed(
          "dashboard.bulletins",
          "day,week,month,talk",
          BulletinKind::list,
          "day, week, month and talk separated by commas, or nothing",
          "bulletins that this process drafts when their period is over; empty: none. Several"
              + " processes of a city do no harm");

  /** Pause between looks for changed figures. */
  public static final Setting<Integer> BULLETINS_REVIEW_MINUTES =
      Setting.number(
          "dashboard.bulletins-review-minutes",
          15,
          0,
          10_080,
          "pause between two looks at the figures of the latest bulletins; what changed renews a"
              + " draft and restates what is published");

  /** Whether this process runs scheduled statements. */
  public static final Setting<Boolean> SCHEDULES =
      Setting.flag(
          "dashboard.schedules",
          true,
          "whether this process runs kept statements by their schedules. Several processes of a"
              + " city share them");

  /** How readers of messages reach the pages. */
  public static final Setting<String> PUBLIC_URL =
      Setting.text(
          "dashboard.public-url",
          "http://127.0.0.1:7400",
          "address of the pages in messages, without a slash at its end");

  /** Whether people have to sign in. */
  public static final Setting<SignInMode> SIGN_IN =
      Setting.parsed(
          "dashboard.sign-in",
          "auto",
          SignInMode::of,
          "auto, on or off",
          "whether people have to sign in: `auto` as soon as there is an account, `on` always, `off`"
              + " never (loopback only)");

  /** Certificate of the pages. */
  public static final Setting<String> TLS_CERTIFICATE_FILE =
      Setting.text(
          "dashboard.tls-certificate-file",
          "",
          "PEM file of the certificate and its chain: pages by TLS; read again when it changes");

  /** Key of the certificate. */
  public static final Setting<String> TLS_KEY_FILE =
      Setting.text(
          "dashboard.tls-key-file", "", "PEM file of the certificate's key, PKCS 8, not encrypted");

  /** Whether a proxy speaks TLS for us. */
  public static final Setting<Boolean> BEHIND_PROXY =
      Setting.flag(
          "dashboard.behind-proxy",
          false,
          "whether a proxy in front speaks TLS: it alone reaches the port, and its X-Forwarded-For says"
              + " where requests come from");

  /** Idle time of sessions. */
  public static final Setting<Integer> SESSION_IDLE_MINUTES =
      Setting.number(
          "dashboard.session-idle-minutes",
          60,
          1,
          1_440,
          "a session without a request for so long is over");

  /** Longest session. */
  public static final Setting<Integer> SESSION_HOURS =
      Setting.number(
          "dashboard.session-hours", 12, 1, 720, "a session is over after so long in any case");

  /** A provider of identities. */
  public static final Setting<String> OIDC_ISSUER =
      Setting.text(
          "dashboard.oidc-issuer",
          "",
          "address of a provider of OpenID Connect that people may sign in at; empty: none");

  /** What we are to it. */
  public static final Setting<String> OIDC_CLIENT_ID =
      Setting.text("dashboard.oidc-client-id", "chengmai", "our name at the provider");

  /** Its password for us. */
  public static final Setting<String> OIDC_CLIENT_SECRET =
      Setting.secret("dashboard.oidc-client-secret", "our secret at the provider");

  /** Which claim names the account. */
  public static final Setting<String> OIDC_ACCOUNT_CLAIM =
      Setting.text(
          "dashboard.oidc-account-claim",
          "preferred_username",
          "which claim of the provider is the name of an account here; the account has the role");

  /** For collectors of figures. */
  public static final Setting<String> METRICS_TOKEN =
      Setting.secret(
          "dashboard.metrics-token",
          "with sign-in, `/metrics` is open to `Authorization: Bearer` with this; empty: to operators"
              + " and administrators only");

  /** Requests that one visitor may make. */
  public static final Setting<Integer> REQUESTS_PER_MINUTE =
      Setting.number(
          "dashboard.requests-per-minute",
          1_200,
          60,
          1_000_000,
          "with sign-in, requests a minute of one session or screen; a quarter of it for an address"
              + " that nobody signed in from");

  /** Where the other services are. */
  public static final Setting<String> SERVICES_DIRECTORY =
      Setting.text(
          "dashboard.services-directory",
          "",
          "with `local`: directory that holds `ingest/target/ingest.jar` or `ingest.jar`, likewise"
              + " analytics; empty: the source tree around `dashboard.jar`");

  private static final List<Setting<?>> ALL =
      List.of(
          HOST,
          HTTP_PORT,
          WORKER_THREADS,
          WALL_REFRESH_MILLISECONDS,
          WALL_HEARTBEAT_MILLISECONDS,
          SMALL_CELLS,
          PRODUCT_INTERVAL_HOURS,
          INGEST_HEALTH_URL,
          ANALYTICS_HEALTH_URL,
          SELF_ALERTS,
          NOTIFY,
          NOTIFY_CHANNELS_FILE,
          NOTIFY_ROUND_MILLISECONDS,
          NOTIFY_RETRY_MILLISECONDS,
          NOTIFY_ATTEMPTS,
          NOTIFY_NEWEST_HOURS,
          BULLETINS,
          BULLETINS_REVIEW_MINUTES,
          SCHEDULES,
          PUBLIC_URL,
          SIGN_IN,
          TLS_CERTIFICATE_FILE,
          TLS_KEY_FILE,
          BEHIND_PROXY,
          SESSION_IDLE_MINUTES,
          SESSION_HOURS,
          OIDC_ISSUER,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET,
          OIDC_ACCOUNT_CLAIM,
          METRICS_TOKEN,
          REQUESTS_PER_MINUTE,
          SERVICES_DIRECTORY);

  private DashboardSettings() {}

  /** All of them, in the order of the README table. */
  public static List<Setting<?>> all() {
    return ALL;
  }
}
