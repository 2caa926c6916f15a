package city.chengmai.dashboard.library;

import java.time.Instant;

/**
 * A kept statement under which other systems ask with a token (查询接口).
 *
 * @param queryId the query
 * @param edition the edition that is answered, whatever was written since
 * @param name who or what uses it
 * @param changedBy who made it, or revoked it
 * @param changedAt real time
 */
public record QueryEndpoint(
    String id,
    String queryId,
    int edition,
    String name,
    boolean revoked,
    String changedBy,
    Instant changedAt) {}
