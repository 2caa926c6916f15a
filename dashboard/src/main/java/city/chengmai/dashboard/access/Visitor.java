package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * As whom one request is answered.
 *
 * @param name account or screen; empty for nobody and while sign-in is off
 * @param shownName what others see
 * @param areaId area that it is held to, with all below; empty: the city
 * @param board the board of a screen
 */
public record Visitor(
    String name, String shownName, Role role, String areaId, Optional<Board> board) {

  /** Nobody that we know. */
  public static final Visitor NOBODY = of(Role.NOBODY);

  /** Whoever sits at this machine while sign-in is off. */
  public static final Visitor LOCAL = of(Role.LOCAL);

  /** Checks that nothing is missing. */
  public Visitor {
    requireNonNull(name, "name");
    requireNonNull(shownName, "shownName");
    requireNonNull(role, "role");
    requireNonNull(areaId, "areaId");
    requireNonNull(board, "board");
  }

  /** Somebody with an account. */
  public static Visitor of(Account account) {
    return new Visitor(
        account.name(), account.shownName(), account.role(), account.areaId(), Optional.empty());
  }

  /** A screen that shows this board. */
  public static Visitor screen(String id, String name, Board board) {
    return new Visitor(id, name, Role.WALL, "", Optional.of(board));
  }

  /** Whether it has an account. */
  public boolean hasAccount() {
    return Role.ofAccounts().contains(role);
  }

  private static Visitor of(Role role) {
    return new Visitor("", "", role, "", Optional.empty());
  }
}
