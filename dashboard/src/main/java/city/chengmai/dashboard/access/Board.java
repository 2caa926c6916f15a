package city.chengmai.dashboard.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A page that a screen can be bound to (看板). */
public enum Board {
  /** The city at work (运行态势). */
  WALL("/wall"),
  /** Sources and refusals (接入与死信). */
  FEEDS("/feeds");

  private final String path;

  Board(String path) {
    this.path = path;
  }

  /** Where it is. */
  public String path() {
    return path;
  }

  /** The name in tables, forms and message keys. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The board of this name. */
  public static Optional<Board> of(String name) {
    return Arrays.stream(values()).filter(board -> board.wireName().equals(name)).findFirst();
  }
}
