package city.chengmai.analytics.spark;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import java.io.Serializable;
import java.net.URI;

/**
 * Where the tables are, in a form that travels to Spark executors. Immutable; {@link #client} opens
 * a client of its own each time.
 *
 * @param url HTTP address of ClickHouse
 * @param database of the tables
 * @param user of analytics
 * @param password of that user; never printed
 */
public record Store(String url, String database, String user, String password)
    implements Serializable {

  /** The store behind an endpoint. */
  public static Store of(ClickHouseEndpoint endpoint) {
    return new Store(
        endpoint.url().toString(), endpoint.database(), endpoint.user(), endpoint.password());
  }

  /** The endpoint for clients. */
  public ClickHouseEndpoint endpoint() {
    return new ClickHouseEndpoint(URI.create(url), database, user, password);
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
