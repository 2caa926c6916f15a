package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.AccessQueries;
import city.chengmai.dashboard.query.AccessQueries.AccountRow;
import city.chengmai.dashboard.query.TableWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of a city as its store holds them. Blocking and thread-safe. */
public final class Accounts {

  private final AccessQueries queries;
  private final TableWriter writer;

  /** Accounts over these queries and this writer. */
  public Accounts(AccessQueries queries, TableWriter writer) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
  }

  /** All of them by name, disabled ones too. */
  public List<Account> all() {
    return queries.accounts("").stream().map(Accounts::account).flatMap(Optional::stream).toList();
  }

  /** The account of this name. */
  public Optional<Account> find(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : queries.accounts(name).stream().findFirst().flatMap(Accounts::account);
  }

  /** Whether what this name made goes on: an account that was not disabled, or none of ours. */
  public boolean works(String name) {
    return find(name).map(account -> !account.disabled()).orElse(true);
  }

  /** Writes the latest row of an account. */
  public void save(Account account) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("account", account.name());
    row.put("display_name", account.shownName());
    row.put("role", account.role().wireName());
    row.put("area_id", account.areaId());
    row.put("password_hash", account.passwordHash());
    row.put("disabled", account.disabled() ? 1 : 0);
    row.put("sessions_from", account.sessionsFrom());
    row.put("changed_by", account.changedBy());
    row.put("changed_at", account.changedAt());
    long before = find(account.name()).map(old -> old.changedAt().toEpochMilli()).orElse(0L);
    row.put("version", Math.max(account.changedAt().toEpochMilli(), before + 1));
    writer.insert("accounts", List.of(row));
  }

  /** Empty for a role that this version does not know: better nobody than somebody else. */
  static Optional<Account> account(AccountRow row) {
    return Role.ofAccount(row.role())
        .map(
            role ->
                new Account(
                    row.account(),
                    row.displayName(),
                    role,
                    row.areaId(),
                    row.passwordHash(),
                    row.disabled() != 0,
                    row.sessionsFrom(),
                    row.changedBy(),
                    row.changedAt()));
  }
}
