package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Endpoints of kept statements, read as the writing user: no other may see their hashes. */
public final class EndpointQueries {

  /** An endpoint; the components are the columns of the table. */
  public record EndpointRow(
      String endpointId,
      String queryId,
      int edition,
      String name,
      String tokenHash,
      int revoked,
      String changedBy,
      Instant changedAt) {}

  private static final String ANY = "";

  private final Store store;

  /** Questions to a store that asks as the writing user. */
  public EndpointQueries(Store store) {
    this.store = store;
  }

  /** The endpoints of a query, latest change first. */
  public List<EndpointRow> ofQuery(String query) {
    return rows(query, ANY);
  }

  /** All endpoints, latest change first; those that answer come before those revoked. */
  public List<EndpointRow> all() {
    return rows(ANY, ANY);
  }

  /** The endpoint of this id, revoked or not. */
  public Optional<EndpointRow> endpoint(String id) {
    return id.isEmpty() ? Optional.empty() : rows(ANY, id).stream().findFirst();
  }

  private List<EndpointRow> rows(String query, String endpoint) {
    return store.rows(
        "library-endpoints", EndpointRow.class, Map.of("query", query, "endpoint", endpoint));
  }
}
