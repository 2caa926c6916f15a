package city.chengmai.ingest;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Setting;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.ingest.gateway.GatewaySettings;
import city.chengmai.ingest.gateway.key.KeyFile;
import city.chengmai.ingest.retention.KeepDays;
import city.chengmai.ingest.sink.BatchLimits;
import city.chengmai.ingest.topology.ParkingLimits;
import city.chengmai.ingest.topology.TopologySettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Settings of the ingest service. */
public final class IngestSettings {

  /** Key of the pseudonyms. */
  public static final Setting<String> PSEUDONYM_KEY =
      Setting.secret(
          "ingest.pseudonym-key",
          "key of the keyed hash that replaces names, phones and identity numbers, at least 16"
              + " characters; empty: one is made and kept in the data directory");

  /** Data directory. */
  public static final Setting<Path> DATA_DIRECTORY =
      Setting.parsed(
          "ingest.data-directory",
          "data/ingest",
          Path::of,
          "a path",
          "where state stores, replay positions and the made pseudonym key are kept");

  /** Partitions of new topics. */
  public static final Setting<Integer> PARTITIONS =
      Setting.number(
          "ingest.partitions", 4, 1, 1_000, "partitions of topics when they are created");

  /** Replicas of new topics. */
  public static final Setting<Integer> REPLICATION =
      Setting.number(
          "ingest.replication-factor",
          1,
          1,
          9,
          "replicas of topics, internal ones too; from 3 on a record counts as written when 2"
              + " brokers hold it, so that one may be lost");

  /** Copies of the state. */
  public static final Setting<Integer> STANDBY_REPLICAS =
      Setting.number(
          "ingest.standby-replicas",
          0,
          0,
          8,
          "further processes that keep a copy of each partition's state and go on from it when a"
              + " process is lost; others read it anew from Kafka first");

  /** Retention of events and facts. */
  public static final Setting<Integer> RETENTION_HOURS =
      Setting.number(
          "ingest.retention-hours",
          168,
          1,
          87_600,
          "hours that facts stay in Kafka, and events as they came that no purge deletes before");

  /** Time between purges of events as they came. */
  public static final Setting<Integer> PURGE_SECONDS =
      Setting.number(
          "ingest.purge-seconds",
          30,
          0,
          86_400,
          "how often events as they came, with personal data, are deleted from Kafka once they are"
              + " taken or refused; 0 keeps them for the retention");

  /** Retention of dead letters. */
  public static final Setting<Integer> DEAD_LETTER_RETENTION_HOURS =
      Setting.number(
          "ingest.dead-letter-retention-hours",
          2_160,
          1,
          87_600,
          "hours that dead letters stay in Kafka; the table keeps them");

  /** Threads of the topology. */
  public static final Setting<Integer> STREAM_THREADS =
      Setting.number("ingest.stream-threads", 2, 1, 64, "threads of the topology");

  /** Time between commits of the topology. */
  public static final Setting<Integer> COMMIT_MILLISECONDS =
      Setting.number(
          "ingest.commit-milliseconds",
          250,
          10,
          60_000,
          "time between commits of the topology; facts become visible at a commit");

  /** Tolerance for clocks that run fast. */
  public static final Setting<Integer> FUTURE_SECONDS =
      Setting.number(
          "ingest.future-seconds",
          600,
          0,
          86_400,
          "how far past now an event's time may lie before it is refused");

  /** Tolerance for points and borders that are a little off. */
  public static final Setting<Integer> BORDER_METRES =
      Setting.number(
          "ingest.border-metres",
          150,
          0,
          10_000,
          "how far over the city's border a point still counts as inside, because borders are drawn"
              + " and points measured with an error");

  /** Patience with events that came before what they follow on. */
  public static final Setting<Integer> PARKING_SECONDS =
      Setting.number(
          "ingest.parking-seconds",
          3_600,
          0,
          604_800,
          "how long an event waits for what has to come before it, by the city's clock, the"
              + " machine's or the time of the events; 0 refuses it at once");

  /** Room for such events. */
  public static final Setting<Integer> PARKING_EVENTS =
      Setting.number(
          "ingest.parking-events",
          10_000,
          0,
          1_000_000,
          "how many such events may wait in one partition");

  /** State in memory. */
  public static final Setting<Boolean> STATE_IN_MEMORY =
      Setting.flag(
          "ingest.state-in-memory",
          false,
          "keep state in memory instead of on disk: faster, and read anew from Kafka at each"
              + " start");

  /** Consumers of the sink. */
  public static final Setting<Integer> SINK_THREADS =
      Setting.number("ingest.sink-threads", 1, 1, 64, "consumers that write to ClickHouse");

  /** Rows of a batch. */
  public static final Setting<Integer> BATCH_ROWS =
      Setting.number("ingest.batch-rows", 50_000, 1, 1_000_000, "rows at which a batch is written");

  /** Bytes of a batch. */
  public static final Setting<Integer> BATCH_MEGABYTES =
      Setting.number("ingest.batch-megabytes", 16, 1, 1_024, "size at which a batch is written");

  /** Age of a batch. */
  public static final Setting<Integer> BATCH_MILLISECONDS =
      Setting.number(
          "ingest.batch-milliseconds",
          300,
          1,
          60_000,
          "age at which a batch is written; smaller is fresher and makes more parts. A batch that"
              + " is a tenth full by then waits four times as long: so dense a stream is catching"
              + " up");

  /** Room that has to be left on Kafka's disks. */
  public static final Setting<Integer> DISK_RESERVE_MEGABYTES =
      Setting.number(
          "ingest.disk-reserve-megabytes",
          1_024,
          0,
          1_048_576,
          "room on the fullest disk of Kafka below which nothing more is accepted, until there is a"
              + " tenth more: Kafka would stop for good on a full disk; 0 never looks");

  /** For how long rows are kept. */
  public static final Setting<KeepDays> KEEP_DAYS =
      Setting.parsed(
          "ingest.keep-days",
          "",
          KeepDays::parse,
          KeepDays.EXPECTED,
          "for how many days rows are kept, `TABLE=DAYS,…`; tables that are not named, and all on which"
              + " published values rest, are kept for ever");

  /** Port of health and metrics. */
  public static final Setting<Integer> HTTP_PORT =
      Setting.number(
          "ingest.http-port",
          7430,
          0,
          65_535,
          "port of `/health`, `/ready` and `/metrics`; 0 takes a free one");

  /** Address of health and metrics. */
  public static final Setting<String> HTTP_HOST =
      Setting.text(
          "ingest.http-host",
          "127.0.0.1",
          "address of `/health`, `/ready` and `/metrics`; they name sources and have no password,"
              + " so another than loopback only where a private network protects it");

  private static final List<Setting<?>> ALL =
      List.of(
          PSEUDONYM_KEY,
          DATA_DIRECTORY,
          PARTITIONS,
          REPLICATION,
          STANDBY_REPLICAS,
          RETENTION_HOURS,
          PURGE_SECONDS,
          DEAD_LETTER_RETENTION_HOURS,
          STREAM_THREADS,
          COMMIT_MILLISECONDS,
          FUTURE_SECONDS,
          BORDER_METRES,
          PARKING_SECONDS,
          PARKING_EVENTS,
          STATE_IN_MEMORY,
          SINK_THREADS,
          BATCH_ROWS,
          BATCH_MEGABYTES,
          BATCH_MILLISECONDS,
          DISK_RESERVE_MEGABYTES,
          KEEP_DAYS,
          HTTP_PORT,
          HTTP_HOST);

  private static final List<Setting<?>> WITH_GATEWAY =
      Stream.concat(ALL.stream(), GatewaySettings.all().stream()).toList();

  private IngestSettings() {}

  /** All of them, in the order of the README table. */
  public static List<Setting<?>> all() {
    return WITH_GATEWAY;
  }

  static KeyFile gatewayKeys(Settings settings) {
    String given = settings.get(GatewaySettings.KEYS);
    return new KeyFile(
        given.isEmpty()
            ? settings.get(DATA_DIRECTORY).resolve("gateway-keys.yaml")
            : Path.of(given));
  }

  static long diskReserveBytes(Settings settings) {
    return (long) settings.get(DISK_RESERVE_MEGABYTES) << 20;
  }

  static InetSocketAddress healthAddress(Settings settings) {
    InetSocketAddress address =
        new InetSocketAddress(settings.get(HTTP_HOST), settings.get(HTTP_PORT));
    if (address.isUnresolved()) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          HTTP_HOST.key()
              + " is \""
              + settings.get(HTTP_HOST)
              + "\", which is no address of this machine; expected an address such as 127.0.0.1");
    }
    return address;
  }

  static BatchLimits batchLimits(Settings settings) {
    return new BatchLimits(
        settings.get(BATCH_ROWS),
        (long) settings.get(BATCH_MEGABYTES) << 20,
        Duration.ofMillis(settings.get(BATCH_MILLISECONDS)));
  }

  static TopologySettings topology(Settings settings) {
    return new TopologySettings(
        PseudonymKey.of(settings),
        Duration.ofSeconds(settings.get(FUTURE_SECONDS)),
        settings.get(BORDER_METRES),
        settings.get(STATE_IN_MEMORY),
        new ParkingLimits(
            Duration.ofSeconds(settings.get(PARKING_SECONDS)), settings.get(PARKING_EVENTS)));
  }
}
