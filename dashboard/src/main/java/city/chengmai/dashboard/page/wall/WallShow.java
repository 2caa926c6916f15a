package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.ShippedBoards;
import city.chengmai.dashboard.board.WallBoard;
import city.chengmai.dashboard.http.ContentName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A board with the pictures of its panels.
 *
 * @param id of the board
 * @param hash changes whenever screens have to load the page again
 * @param panels pictures by the panels' names within the board, in the order of the page
 */
record WallShow(String id, String hash, WallBoard board, Map<String, WallSlot<?>> panels) {

  WallShow {
    panels = Collections.unmodifiableMap(new LinkedHashMap<>(panels));
  }

  /** What another board than the one of emergencies says of one does not count. */
  static WallShow of(String id, String text, WallBoard board, Map<String, WallSlot<?>> panels) {
    WallBoard shown = id.equals(ShippedBoards.EMERGENCY) ? board : board.calm();
    return new WallShow(id, ContentName.of(text), shown, panels);
  }

  /** The same at the address of another board. */
  WallShow under(String other) {
    return new WallShow(other, hash, board, panels);
  }

  Optional<WallSlot<?>> panel(String name) {
    return Optional.ofNullable(panels.get(name));
  }
}
