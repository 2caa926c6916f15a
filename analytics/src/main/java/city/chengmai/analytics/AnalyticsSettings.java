package city.chengmai.analytics;

import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.SharedSettings;
import java.util.List;

/** The settings of analytics, beside the shared ones. */
public final class AnalyticsSettings {

  /** Where Spark computes. */
  public static final Setting<String> SPARK_MASTER =
      Setting.text(
          "analytics.spark-master",
          "local[*]",
          "Spark master: `local[*]`, or the address of a cluster such as `spark://HOST:7077`");

  /** Partitions of a read and of a shuffle. */
  public static final Setting<Integer> PARTITIONS =
      Setting.number(
          "analytics.partitions", 4, 1, 4096, "partitions of a read from ClickHouse and a shuffle");

  /** Seconds between looks for new data. */
  public static final Setting<Integer> POLL_SECONDS =
      Setting.number(
          "analytics.poll-seconds",
          3,
          1,
          3600,
          "with `--follow`: seconds between looks for new data");

  /** Seconds after which results are computed again without new data. */
  public static final Setting<Integer> REFRESH_SECONDS =
      Setting.number(
          "analytics.refresh-seconds",
          60,
          5,
          86_400,
          "with `--follow`: seconds after which due times may have passed and today is computed"
              + " again");

  /** How much the jobs stand back for others. */
  public static final Setting<Integer> NICENESS =
      Setting.number(
          "analytics.niceness",
          10,
          0,
          19,
          "how nice the jobs' threads are, here and in ClickHouse: they stand back for walls, pages and"
              + " ingest on the same machine; 19 is most. Linux; in ClickHouse where it may"
              + " (`CAP_SYS_NICE`); between containers and on Spark workers their own weights count");

  /** Port of health and metrics. */
  public static final Setting<Integer> HTTP_PORT =
      Setting.number(
          "analytics.http-port",
          7432,
          0,
          65_535,
          "with `--follow`: port of `/health`, `/ready` and `/metrics`; 0 takes a free one");

  /** Address of health and metrics. */
  public static final Setting<String> HTTP_HOST =
      Setting.text(
          "analytics.http-host",
          "127.0.0.1",
          "address of these; they have no password, so another than loopback only where a private"
              + " network protects it");

  private AnalyticsSettings() {}

  /** Its own settings, in the order of the README table. */
  public static List<Setting<?>> own() {
    return List.of(
        SPARK_MASTER, PARTITIONS, POLL_SECONDS, REFRESH_SECONDS, NICENESS, HTTP_PORT, HTTP_HOST);
  }

  /** The shared settings that analytics reads. */
  public static List<Setting<?>> shared() {
    return List.of(
        SharedSettings.CITY_NAME,
        SharedSettings.CITY_CLOCK,
        SharedSettings.CLICKHOUSE_URL,
        SharedSettings.CLICKHOUSE_DATABASE,
        SharedSettings.CLICKHOUSE_WRITER_USER,
        SharedSettings.CLICKHOUSE_WRITER_PASSWORD,
        SharedSettings.CLICKHOUSE_ANALYST_USER,
        SharedSettings.CLICKHOUSE_ANALYST_PASSWORD);
  }
}
