package city.chengmai.dashboard.board;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something wrong in a board's text, told in words by the page.
 *
 * @param place where, as the text has it: {@code scenes 1 "city" › columns 2 › panels 1 "trend"}
 * @param key of that place; empty: the place itself
 * @param seen what stands there; empty: nothing
 * @param expected part of the message key of what could stand there
 * @param arguments of that message
 */
public record BoardFault(
    String place, String key, String seen, String expected, List<Object> arguments) {

  private static final int LONGEST_SEEN = 80;

  /** Cuts what was seen and copies the arguments. */
  public BoardFault {
    requireNonNull(place, "place");
    seen = seen.length() > LONGEST_SEEN ? seen.substring(0, LONGEST_SEEN) + "…" : seen;
    arguments = List.copyOf(arguments);
  }
}
