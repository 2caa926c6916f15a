package city.chengmai.datasets.clickhouse;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * Where a ClickHouse server answers, and as whom to ask it.
 *
 * @param url HTTP address, for example {@code http://127.0.0.1:7410}
 * @param database database of unqualified table names
 * @param user user name
 * @param password password; never printed
 * @param settings ClickHouse settings of every statement, under those that a statement names
 */
public record ClickHouseEndpoint(
    URI url, String database, String user, String password, Map<String, String> settings) {
  public ClickHouseEndpoint {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(
          "url: expected http://HOST:PORT or https://HOST:PORT, got " + url);
    }
    settings = Map.copyOf(settings);
  }

  /** An endpoint whose statements have the settings of the user's profile. */
  public ClickHouseEndpoint(URI url, String database, String user, String password) {
    this(url, database, user, password, Map.of());
  }

  /** The same server and user, with another default database. */
  public ClickHouseEndpoint withDatabase(String other) {
    return new ClickHouseEndpoint(url, other, user, password, settings);
  }

  /** The same user and database on another server. */
  public ClickHouseEndpoint withUrl(URI other) {
    return new ClickHouseEndpoint(other, database, user, password, settings);
  }

  /** JDBC address of the same server and database, without credentials. */
  public String jdbcUrl() {
    return "jdbc:clickhouse:" + url.getScheme() + "://" + url.getAuthority() + "/" + database;
  }

  @Override
  public String toString() {
    return user + "@" + url + "/" + database;
  }
}
