package city.chengmai.datasets.settings;

import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings that more than one service reads. */
public final class SharedSettings {
  public static final Setting<String> CITY_NAME =
      Setting.text(
          "city.name",
          "demo",
          "which city: `demo`, `boston-311-2011`, or a directory with a `city.yaml`");
  public static final Setting<CityClock> CITY_CLOCK =
      Setting.parsed(
          "city.clock",
          "system",
          CityClock::parse,
          "system, fixed:INSTANT or from:CITY_INSTANT@REAL_INSTANTxSPEED",
          "what time it is in the city: `system`, `fixed:INSTANT`,"
              + " or `from:CITY_INSTANT@REAL_INSTANTxSPEED`");
  public static final Setting<Long> CITY_SEED =
      Setting.parsed(
          "city.seed", "20260101", Long::valueOf, "a whole number", "seed of a generated city");
  public static final Setting<Optional<LocalDate>> CITY_FIRST_DAY =
      Setting.parsed(
          "city.first-day",
          "",
          text -> text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text)),
          "YYYY-MM-DD",
          "first day of a generated city; empty for its own choice");
  public static final Setting<URI> CLICKHOUSE_URL =
      Setting.parsed(
          "clickhouse.url",
          "http://127.0.0.1:7410",
          SharedSettings::httpAddress,
          "http://HOST:PORT or https://HOST:PORT",
          "HTTP address of the ClickHouse server; set it to use a server of your own");
  public static final Setting<List<URI>> CLICKHOUSE_SERVERS =
      Setting.parsed(
          "clickhouse.servers",
          "",
          SharedSettings::httpAddresses,
          "http://HOST:PORT,http://HOST:PORT,… or nothing",
          "HTTP addresses of all servers of a ClickHouse cluster, separated by commas: the"
              + " migrations make a part of every table on each, and the whole over the parts;"
              + " empty: one server holds all");
  public static final Setting<String> CLICKHOUSE_CLUSTER =
      Setting.text(
          "clickhouse.cluster",
          "chengmai",
          "name of that cluster in the servers' `remote_servers`");
  public static final Setting<String> CLICKHOUSE_DATABASE =
      Setting.text("clickhouse.database", "chengmai", "database of all tables");
  public static final Setting<String> CLICKHOUSE_ADMIN_USER =
      Setting.text("clickhouse.admin-user", "chengmai_admin", "user of the migrations");
  public static final Setting<String> CLICKHOUSE_ADMIN_PASSWORD =
      Setting.secret("clickhouse.admin-password", "password of the user of the migrations");
  public static final Setting<String> CLICKHOUSE_WRITER_USER =
      Setting.text("clickhouse.writer-user", "chengmai_writer", "user of ingest and analytics");
  public static final Setting<String> CLICKHOUSE_WRITER_PASSWORD =
      Setting.secret("clickhouse.writer-password", "password of ingest and analytics");
  public static final Setting<String> CLICKHOUSE_READER_USER =
      Setting.text("clickhouse.reader-user", "chengmai_reader", "user of pages and reports");
  public static final Setting<String> CLICKHOUSE_READER_PASSWORD =
      Setting.secret("clickhouse.reader-password", "password of pages and reports");
  public static final Setting<String> CLICKHOUSE_ANALYST_USER =
      Setting.text("clickhouse.analyst-user", "chengmai_analyst", "user of analysts' own SQL");
  public static final Setting<String> CLICKHOUSE_ANALYST_PASSWORD =
      Setting.secret("clickhouse.analyst-password", "password of analysts' own SQL");
  public static final Setting<String> KAFKA_BOOTSTRAP_SERVERS =
      Setting.text("kafka.bootstrap-servers", "127.0.0.1:7420", "Kafka brokers, HOST:PORT,…");

  private static final List<Setting<?>> ALL =
      List.of(
          CITY_NAME,
          CITY_CLOCK,
          CITY_SEED,
          CITY_FIRST_DAY,
          CLICKHOUSE_URL,
          CLICKHOUSE_SERVERS,
          CLICKHOUSE_CLUSTER,
          CLICKHOUSE_DATABASE,
          CLICKHOUSE_ADMIN_USER,
          CLICKHOUSE_ADMIN_PASSWORD,
          CLICKHOUSE_WRITER_USER,
          CLICKHOUSE_WRITER_PASSWORD,
          CLICKHOUSE_READER_USER,
          CLICKHOUSE_READER_PASSWORD,
          CLICKHOUSE_ANALYST_USER,
          CLICKHOUSE_ANALYST_PASSWORD,
          KAFKA_BOOTSTRAP_SERVERS);

  private SharedSettings() {}

  /** All of them, in the order of the README table. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  /** The server asked as the user of the migrations. */
  public static ClickHouseEndpoint admin(Settings settings) {
    return endpoint(settings, CLICKHOUSE_ADMIN_USER, CLICKHOUSE_ADMIN_PASSWORD);
  }

  /** The server asked as the user of ingest and analytics. */
  public static ClickHouseEndpoint writer(Settings settings) {
    return endpoint(settings, CLICKHOUSE_WRITER_USER, CLICKHOUSE_WRITER_PASSWORD);
  }

  /** The server asked as the user of pages and reports. */
  public static ClickHouseEndpoint reader(Settings settings) {
    return endpoint(settings, CLICKHOUSE_READER_USER, CLICKHOUSE_READER_PASSWORD);
  }

  /** The server asked as the user of analysts' own SQL. */
  public static ClickHouseEndpoint analyst(Settings settings) {
    return endpoint(settings, CLICKHOUSE_ANALYST_USER, CLICKHOUSE_ANALYST_PASSWORD);
  }

  private static ClickHouseEndpoint endpoint(
      Settings settings, Setting<String> user, Setting<String> password) {
    return new ClickHouseEndpoint(
        settings.get(CLICKHOUSE_URL),
        settings.get(CLICKHOUSE_DATABASE),
        settings.get(user),
        settings.get(password));
  }

  private static List<URI> httpAddresses(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .map(SharedSettings::httpAddress)
        .toList();
  }

  private static URI httpAddress(String text) {
    URI address = URI.create(text);
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new IllegalArgumentException("no http address");
    }
    return address;
  }
}
