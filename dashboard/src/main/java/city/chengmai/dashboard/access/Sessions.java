package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.AccessQueries;
import city.chengmai.dashboard.query.AccessQueries.SessionRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions as the city's store holds them, so that each dashboard of the city knows them. Blocking
 * and thread-safe. All times are real ones.
 */
public final class Sessions {

  /**
   * How long a session lasts.
   *
   * @param idle without a request
   * @param longest whatever happens
   */
  public record Lifetime(Duration idle, Duration longest) {}

  private final AccessQueries queries;
  private final TableWriter writer;
  private final Lifetime lifetime;

  /** Sessions over these queries and this writer. */
  public Sessions(AccessQueries queries, TableWriter writer, Lifetime lifetime) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
    this.lifetime = requireNonNull(lifetime, "lifetime");
  }

  /** Begins a session; its token, which is kept nowhere. */
  public String begin(String account, Instant now) {
    String token = SecretToken.make();
    write(SecretToken.hash(token), new SessionRow(account, now, now, 0));
    return token;
  }

  /** The session of a token, ended or not. */
  Optional<SessionRow> find(String token) {
    return queries.session(SecretToken.hash(token));
  }

  /** Whether a session still counts. */
  boolean lasts(SessionRow session, Instant seenAt, Instant now) {
    return session.ended() == 0
        && Duration.between(session.beganAt(), now).compareTo(lifetime.longest()) < 0
        && Duration.between(seenAt, now).compareTo(lifetime.idle()) < 0;
  }

  /** Notes that a session is used. */
  void seen(String token, SessionRow session, Instant now) {
    write(SecretToken.hash(token), new SessionRow(session.account(), session.beganAt(), now, 0));
  }

  /** Ends a session for good: rows that say otherwise do not open it again. */
  public void end(String token, Instant now) {
    find(token)
        .ifPresent(
            row ->
                write(
                    SecretToken.hash(token), new SessionRow(row.account(), row.beganAt(), now, 1)));
  }

  private void write(String id, SessionRow session) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("session_id", id);
    row.put("account", session.account());
    row.put("began_at", session.beganAt());
    row.put("seen_at", session.seenAt());
    row.put("ended", session.ended());
    writer.insert("sessions", List.of(row));
  }
}
