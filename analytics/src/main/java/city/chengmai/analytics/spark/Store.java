package city.chengmai.analytics.spark;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import java.io.Serializable;
import java.net.URI;
import java.util.Map;

/**
 * Where the tables are, in a form that travels to Spark executors. Immutable; {@link #client} opens
 * a client of its own each time.
 *
 * @param url HTTP address of ClickHouse
 * @param database of the tables
 * @param user of analytics
 * @param password of that user; never printed
 * @param niceness by how much the threads of its statements stand back for others on the server's
 *     machine, 0 to 19; 0 leaves it to the user's profile
 */
public record Store(String url, String database, String user, String password, int niceness)
    implements Serializable {

  /** ClickHouse's setting for that. */
  private static final String NICENESS = "os_threads_nice_value_query";

  /** A store whose statements stand back as the user's profile says. */
  public Store(String url, String database, String user, String password) {
    this(url, database, user, password, 0);
  }

  /** The store behind an endpoint. */
  public static Store of(ClickHouseEndpoint endpoint) {
    return new Store(
        endpoint.url().toString(), endpoint.database(), endpoint.user(), endpoint.password());
  }

  /** The same store, asked by statements that stand back by so much. */
  public Store standingBack(int by) {
    return new Store(url, database, user, password, by);
  }

  /** ClickHouse settings of each statement. */
  public Map<String, String> settings() {
    return niceness == 0 ? Map.of() : Map.of(NICENESS, Integer.toString(niceness));
  }

  /** The endpoint for clients. */
  public ClickHouseEndpoint endpoint() {
    return new ClickHouseEndpoint(URI.create(url), database, user, password, settings());
  }

  /** A new client; the caller closes it. */
  public ClickHouseClient client() {
    return new ClickHouseClient(endpoint());
  }

  @Override
  public String toString() {
    return user + "@" + url + "/" + database;
  }
}
