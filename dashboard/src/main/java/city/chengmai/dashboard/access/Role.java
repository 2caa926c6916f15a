package city.chengmai.dashboard.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** As whom a request comes (角色). */
public enum Role {
  /** Nobody that we know. */
  NOBODY,
  /** A screen on a wall (大屏), bound to one board. */
  WALL,
  /** Reads pages, of the whole city or of one area (领导). */
  LEADER,
  /** Reads pages and asks own questions at the desk (分析员). */
  ANALYST,
  /** Reads pages, acts on alerts and decides about thresholds (值班员). */
  OPERATOR,
  /** All of it, and accounts and screens (管理员). */
  ADMIN,
  /** Reads the audit log and nothing else (审计员). */
  AUDITOR,
  /** Whoever sits at this machine while sign-in is off: analyst and operator. */
  LOCAL;

  private static final List<Role> OF_ACCOUNTS = List.of(LEADER, ANALYST, OPERATOR, ADMIN, AUDITOR);

  /** The roles that an account may have, in the order of lists. */
  public static List<Role> ofAccounts() {
    return OF_ACCOUNTS;
  }

  /** The role of an account by its name in tables and forms. */
  public static Optional<Role> ofAccount(String name) {
    return OF_ACCOUNTS.stream().filter(role -> role.wireName().equals(name)).findFirst();
  }

  /** The name in tables, forms and message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
