package city.chengmai.dashboard.page.board;

import city.chengmai.dashboard.board.BoardFault;
import city.chengmai.dashboard.i18n.Messages;

/** Tells faults of boards in words: where, which key, what was seen, what is expected. */
final class BoardWords {

  private final Messages messages;

  BoardWords(Messages messages) {
    this.messages = messages;
  }

  String sentence(BoardFault fault) {
    String place = fault.place().isEmpty() ? messages.text("boards.fault.whole") : fault.place();
    String key = fault.key().isEmpty() ? "" : messages.text("boards.fault.key", fault.key());
    String seen =
        fault.seen().isEmpty()
            ? messages.text("boards.fault.nothing")
            : messages.text("boards.fault.seen", fault.seen());
    String expected =
        messages.text("boards.expected." + fault.expected(), fault.arguments().toArray());
    return messages.text("boards.fault", place, key, seen, expected);
  }
}
