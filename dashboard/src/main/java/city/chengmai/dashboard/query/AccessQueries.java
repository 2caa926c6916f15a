package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts, sessions, screens and the audit log, read as the writing user: no other may. */
public final class AccessQueries {

  /** An account. */
  public record AccountRow(
      String account,
      String displayName,
      String role,
      String areaId,
      String passwordHash,
      int disabled,
      Instant sessionsFrom,
      String changedBy,
      Instant changedAt) {}

  /** A session; times are real ones. */
  public record SessionRow(String account, Instant beganAt, Instant seenAt, int ended) {}

  /** A screen. */
  public record ScreenRow(
      String screenId,
      String name,
      String board,
      String tokenHash,
      int revoked,
      String changedBy,
      Instant changedAt) {}

  /** Something that was done or refused. */
  public record AuditRow(
      Instant happenedAt,
      String account,
      String role,
      String address,
      String kind,
      String outcome,
      String target,
      String detail) {}

  /** Statements and exports that name a table, of one role. */
  public record UsageRow(
      String used, String role, long statements, long accounts, Instant lastAt) {}

  /**
   * Which entries of the audit log are wanted; empty texts mean all.
   *
   * @param from earliest moment
   * @param to first moment after
   */
  public record AuditSearch(
      String account, String kind, String outcome, String word, Instant from, Instant to) {}

  private static final String ALL = "";

  private final Store store;

  /** Questions to a store that asks as the writing user. */
  public AccessQueries(Store store) {
    this.store = store;
  }

  /** The account of this name, or all when the name is empty, by name. */
  public List<AccountRow> accounts(String name) {
    return store.rows("access-accounts", AccountRow.class, Map.of("account", name));
  }

  /** The session whose token has this hash. */
  public Optional<SessionRow> session(String tokenHash) {
    return store.row("access-session", SessionRow.class, Map.of("session", tokenHash));
  }

  /** All screens, latest change first. */
  public List<ScreenRow> screens() {
    return store.rows("access-screens", ScreenRow.class, Map.of("token", ALL));
  }

  /** The screen whose token has this hash, revoked or not. */
  public Optional<ScreenRow> screen(String tokenHash) {
    return store.row("access-screens", ScreenRow.class, Map.of("token", tokenHash));
  }

  /** Who used which of these tables at the desk and through endpoints, most used first. */
  public List<UsageRow> usage(List<String> tables, Instant from, Instant to) {
    return store.rows(
        "access-usage", UsageRow.class, Map.of("tables", tables, "from", from, "to", to));
  }

  /** Entries of the audit log, latest first. */
  public List<AuditRow> audit(AuditSearch search, int limit, long offset) {
    return store.rows(
        "access-audit",
        AuditRow.class,
        Map.of(
            "account", search.account(),
            "kind", search.kind(),
            "outcome", search.outcome(),
            "word", search.word(),
            "from", search.from(),
            "to", search.to(),
            "limit", limit,
            "offset", offset));
  }
}
