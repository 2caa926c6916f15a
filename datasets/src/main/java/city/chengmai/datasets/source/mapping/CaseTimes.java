package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.mapping.LocalTimes.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * The moments of one row.
 *
 * @param opened when it was opened
 * @param due when it is due
 * @param ended when it was closed or cancelled
 * @param cancelled true when it ended without being done
 */
record CaseTimes(
    Instant opened, Optional<Instant> due, Optional<Instant> ended, boolean cancelled) {

  /** Reads the moments and settles contradictions by the mapping's rules. */
  static CaseTimes of(Row row, Mapping mapping, LocalTimes times) throws RowRefusedException {
    Instant opened =
        read(row, mapping.opened(), times)
            .orElseThrow(() -> new RowRefusedException(RowNote.NO_OPENING_TIME))
            .moment();
    Optional<Instant> due = due(row, mapping, times, opened);
    Optional<Instant> closing = closing(row, mapping, times, opened);
    String state = state(row, mapping, closing.isPresent());
    return new CaseTimes(
        opened, due, ended(row, mapping, state, closing), state.equals("cancelled"));
  }

  private static Optional<Instant> due(Row row, Mapping mapping, LocalTimes times, Instant opened)
      throws RowRefusedException {
    Optional<Instant> due =
        read(row, mapping.due(), times)
            // A due day is kept until it ends.
            .map(read -> read.dayEnd().orElse(read.moment()));
    if (due.isPresent() && due.get().isBefore(opened)) {
      Rules.Action action = mapping.rules().dueBeforeOpened();
      refuseOrNote(row, action, RowNote.DUE_BEFORE_OPENED);
      return action == Rules.Action.KEEP ? due : Optional.empty();
    }
    return due;
  }

  private static Optional<Instant> closing(
      Row row, Mapping mapping, LocalTimes times, Instant opened) throws RowRefusedException {
    Optional<Reading> read = read(row, mapping.closed(), times);
    if (read.isEmpty() || !read.get().moment().isBefore(opened)) {
      return read.map(Reading::moment);
    }
    //   opened 01:50 (first)  closed 01:10: only the second 01:10 comes after
    Optional<Instant> later = read.get().later().filter(moment -> !moment.isBefore(opened));
    if (later.isEmpty() && read.get().dayEnd().filter(end -> end.isAfter(opened)).isPresent()) {
      return Optional.of(opened); // closed on the day of opening, at an unknown time of day
    }
    if (later.isEmpty()) {
      refuseOrNote(row, mapping.rules().closedBeforeOpened(), RowNote.CLOSED_BEFORE_OPENED);
    }
    return later;
  }

  private static String state(Row row, Mapping mapping, boolean hasClosingTime) {
    Mapping.Vocabulary status = mapping.status();
    String byTime = hasClosingTime ? "closed" : "open";
    if (status.column().isEmpty()) {
      return byTime;
    }
    Optional<String> ours = status.ours(row.text(status.column()));
    if (ours.isEmpty()) {
      row.note(RowNote.UNKNOWN_STATUS);
    }
    return ours.orElse(status.fallback().isEmpty() ? byTime : status.fallback());
  }

  private static Optional<Instant> ended(
      Row row, Mapping mapping, String state, Optional<Instant> closing)
      throws RowRefusedException {
    Rules rules = mapping.rules();
    if (state.equals("open")) {
      if (closing.isPresent()) {
        refuseOrNote(row, rules.openWithClosingTime(), RowNote.OPEN_WITH_CLOSING_TIME);
      }
      return rules.openWithClosingTime() == Rules.Action.CLOSE ? closing : Optional.empty();
    }
    // A closing time that the rule above passed over is not missing.
    if (row.text(mapping.closed()).isEmpty()) {
      refuseOrNote(row, rules.closedWithoutTime(), RowNote.CLOSED_WITHOUT_TIME);
    }
    return closing;
  }

  private static Optional<Reading> read(Row row, String column, LocalTimes times)
      throws RowRefusedException {
    String text = row.text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Reading> read = times.read(text);
    if (read.isEmpty()) {
      throw new RowRefusedException(RowNote.UNREADABLE_TIME);
    }
    if (read.get().later().isPresent()) {
      row.note(RowNote.AMBIGUOUS_TIME);
    }
    if (read.get().skipped()) {
      row.note(RowNote.SKIPPED_TIME);
    }
    return read;
  }

  private static void refuseOrNote(Row row, Rules.Action action, RowNote note)
      throws RowRefusedException {
    if (action == Rules.Action.REFUSE) {
      throw new RowRefusedException(note);
    }
    row.note(note);
  }
}
