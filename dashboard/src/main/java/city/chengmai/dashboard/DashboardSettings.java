package city.chengmai.dashboard;

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
          4_000,
          50,
          600_000,
          "pause between two rounds of reading the wall's figures; slow panels wait ten rounds");

  /** Pause between beats of the stream. */
  public static final Setting<Integer> WALL_HEARTBEAT_MILLISECONDS =
      Setting.number(
          "dashboard.wall-heartbeat-milliseconds",
          5_000,
          50,
          600_000,
          "pause between two beats of the wall's stream; three missed ones mean the link is down");

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

  /** How readers of messages reach the pages. */
  public static final Setting<String> PUBLIC_URL =
      Setting.text(
          "dashboard.public-url",
          "http://127.0.0.1:7400",
          "address of the pages in messages, without a slash at its end");

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
          PRODUCT_INTERVAL_HOURS,
          INGEST_HEALTH_URL,
          NOTIFY,
          NOTIFY_CHANNELS_FILE,
          NOTIFY_ROUND_MILLISECONDS,
          NOTIFY_RETRY_MILLISECONDS,
          NOTIFY_ATTEMPTS,
          NOTIFY_NEWEST_HOURS,
          PUBLIC_URL,
          SERVICES_DIRECTORY);

  private DashboardSettings() {}

  /** All of them, in the order of the README table. */
  public static List<Setting<?>> all() {
    return ALL;
  }
}
