package city.chengmai.dashboard.library;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.SecretToken;
import city.chengmai.dashboard.query.EndpointQueries;
import city.chengmai.dashboard.query.EndpointQueries.EndpointRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Endpoints and their tokens as the city's store holds them. Blocking and thread-safe. */
public final class QueryEndpoints {

  /**
   * An endpoint as it is made.
   *
   * @param token kept nowhere and shown once
   */
  public record Made(QueryEndpoint endpoint, String token) {}

  private final EndpointQueries queries;
  private final TableWriter writer;
  private final InstantSource clock;
  private final Predicate<String> works;

  /**
   * Endpoints over these queries, which ask as the writing user, and this writer.
   *
   * @param clock real time
   * @param works whether the account of this name may be used; may block
   */
  public QueryEndpoints(
      EndpointQueries queries, TableWriter writer, InstantSource clock, Predicate<String> works) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.clock = requireNonNull(clock, "clock");
    this.works = requireNonNull(works, "works");
  }

  /** All endpoints that answer, latest change first; at most 500. */
  public List<QueryEndpoint> all() {
    return queries.all().stream()
        .filter(row -> row.revoked() == 0)
        .map(QueryEndpoints::of)
        .toList();
  }

  /** The endpoints of a query, latest change first. */
  public List<QueryEndpoint> of(String queryId) {
    return queries.ofQuery(queryId).stream().map(QueryEndpoints::of).toList();
  }

  /**
   * The endpoint of this id, when the token is its own, it was not revoked, and the account that
   * made it was not disabled.
   */
  public Optional<QueryEndpoint> find(String id, String token) {
    return queries
        .endpoint(id)
        .filter(row -> SecretToken.equal(row.tokenHash(), SecretToken.hash(token)))
        .filter(row -> row.revoked() == 0)
        .filter(row -> works.test(row.changedBy()))
        .map(QueryEndpoints::of);
  }

  /** Makes an endpoint of the edition of a query. */
  public Made add(SavedQuery query, String name, String by) {
    String token = SecretToken.make();
    EndpointRow row =
        new EndpointRow(
            UUID.randomUUID().toString(),
            query.id(),
            query.edition(),
            name,
            SecretToken.hash(token),
            0,
            by,
            clock.instant());
    write(row);
    return new Made(of(row), token);
  }

  /** Revokes an endpoint of a query; empty when the query has none of this id. */
  public Optional<QueryEndpoint> revoke(String queryId, String id, String by) {
    Optional<EndpointRow> revoked =
        queries
            .endpoint(id)
            .filter(row -> row.queryId().equals(queryId))
            .map(
                row ->
                    new EndpointRow(
                        row.endpointId(),
                        row.queryId(),
                        row.edition(),
                        row.name(),
                        row.tokenHash(),
                        1,
                        by,
                        clock.instant()));
    revoked.ifPresent(this::write);
    return revoked.map(QueryEndpoints::of);
  }

  private void write(EndpointRow endpoint) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("endpoint_id", endpoint.endpointId());
    row.put("query_id", endpoint.queryId());
    row.put("edition", endpoint.edition());
    row.put("name", endpoint.name());
    row.put("token_hash", endpoint.tokenHash());
    row.put("revoked", endpoint.revoked());
    row.put("changed_by", endpoint.changedBy());
    row.put("changed_at", endpoint.changedAt());
    // A token that was revoked stays so, whatever a clock says.
    row.put("version", endpoint.revoked() == 0 ? 1 : 2);
    writer.insert("query_endpoints", List.of(row));
  }

  private static QueryEndpoint of(EndpointRow row) {
    return new QueryEndpoint(
        row.endpointId(),
        row.queryId(),
        row.edition(),
        row.name(),
        row.revoked() != 0,
        row.changedBy(),
        row.changedAt());
  }
}
