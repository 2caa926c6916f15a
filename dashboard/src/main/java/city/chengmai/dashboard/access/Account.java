package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Somebody who may sign in: the latest row of {@code accounts}.
 *
 * @param name typed at sign-in; small letters, digits, dot, dash, underscore, 2 to 32 of them
 * @param shownName person or post that others see
 * @param areaId area that a leader sees, with all below it; empty: the city
 * @param passwordHash Argon2id in PHC form; empty: cannot sign in with a password
 * @param sessionsFrom sessions begun earlier are over; real time
 * @param changedBy who wrote this row
 * @param changedAt real time
 */
public record Account(
    String name,
    String shownName,
    Role role,
    String areaId,
    String passwordHash,
    boolean disabled,
    Instant sessionsFrom,
    String changedBy,
    Instant changedAt) {

  private static final String NAME = "[a-z0-9][a-z0-9._-]{1,31}";
  private static final int LONGEST_SHOWN_NAME = 60;

  /** Checks that nothing is missing and that the role is one of accounts. */
  public Account {
    requireNonNull(name, "name");
    requireNonNull(shownName, "shownName");
    requireNonNull(areaId, "areaId");
    requireNonNull(passwordHash, "passwordHash");
    requireNonNull(sessionsFrom, "sessionsFrom");
    requireNonNull(changedBy, "changedBy");
    requireNonNull(changedAt, "changedAt");
    if (!Role.ofAccounts().contains(role)) {
      throw new IllegalArgumentException("role: expected one of accounts, got " + role);
    }
  }

  /** The message key of what is wrong with these words; empty when all is well. */
  public static String problem(String name, String shownName, Role role, String areaId) {
    if (!name.matches(NAME)) {
      return "account.problem.name";
    }
    if (shownName.isBlank() || shownName.length() > LONGEST_SHOWN_NAME) {
      return "account.problem.shown-name";
    }
    return !areaId.isEmpty() && role != Role.LEADER ? "account.problem.area" : "";
  }

  /** The same with another password; all sessions begun before are over. */
  public Account withPassword(String hash, String by, Instant now) {
    return new Account(name, shownName, role, areaId, hash, disabled, now, by, now);
  }

  /** The same with another standing. */
  public Account with(
      String newName, Role newRole, String newArea, boolean off, String by, Instant now) {
    return new Account(
        name, newName, newRole, newArea, passwordHash, off, off ? now : sessionsFrom, by, now);
  }
}
