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
 * @param state open, closed, cancelled or reopened
 * @param updated when it was last changed
 */
record CaseTimes(
    Instant opened,
    Optional<Instant> due,
    Optional<Instant> ended,
    String state,
    Optional<Instant> updated) {

  /** Reads the moments and settles contradictions by the mapping's rules. */
  static CaseTimes of(Row row, Mapping mapping, MomentReader times) throws RowRefusedException {
    Instant opened =
        times
            .read(row, mapping.opened(), "opened")
            .orElseThrow(() -> row.refusal(RowNote.NO_OPENING_TIME, mapping.opened()))
            .moment();
    Optional<Instant> due = due(row, mapping, times, opened);
    Optional<Instant> closing = closing(row, mapping, times, opened);
    String state = state(row, mapping, closing.isPresent());
    Optional<Instant> updated = times.read(row, mapping.updated(), "updated").map(Reading::moment);
    return new CaseTimes(opened, due, ended(row, mapping, state, closing), state, updated);
  }

  private static Optional<Instant> due(Row row, Mapping mapping, MomentReader times, Instant opened)
      throws RowRefusedException {
    Rules rules = mapping.rules();
    Optional<Instant> due =
        (rules.unreadableDue() == Rules.Action.DROP
                ? times.readOrNote(row, mapping.due(), "due", RowNote.UNREADABLE_DUE)
                : times.read(row, mapping.due(), "due"))
            // A due day is kept until it ends.
            .map(read -> read.dayEnd().orElse(read.moment()));
    if (due.isPresent() && due.get().isBefore(opened)) {
      row.note(RowNote.DUE_BEFORE_OPENED, mapping.due(), rules.dueBeforeOpened());
      return rules.dueBeforeOpened() == Rules.Action.KEEP ? due : Optional.empty();
    }
    return due;
  }

  private static Optional<Instant> closing(
      Row row, Mapping mapping, MomentReader times, Instant opened) throws RowRefusedException {
    Optional<Reading> read = times.read(row, mapping.closed(), "closed");
    if (read.isEmpty() || !read.get().moment().isBefore(opened)) {
      return read.map(Reading::moment);
    }
    //   opened 01:50 (first)  closed 01:10: only the second 01:10 comes after
    Optional<Instant> later = read.get().later().filter(moment -> !moment.isBefore(opened));
    if (later.isEmpty() && read.get().dayEnd().filter(end -> end.isAfter(opened)).isPresent()) {
      return Optional.of(opened); // closed on the day of opening, at an unknown time of day
    }
    if (later.isEmpty()) {
      row.note(
          RowNote.CLOSED_BEFORE_OPENED, mapping.closed(), mapping.rules().closedBeforeOpened());
    }
    return later;
  }

  private static String state(Row row, Mapping mapping, boolean hasClosingTime) {
    Field status = mapping.status();
    String byTime = hasClosingTime ? "closed" : "open";
    if (status.isNone()) {
      return byTime;
    }
    Optional<String> ours = status.known(status.theirs(row));
    if (ours.isEmpty()) {
      row.note(RowNote.UNKNOWN_STATUS, status);
    }
    return ours.orElse(status.fallback().isEmpty() ? byTime : status.fallback());
  }

  private static Optional<Instant> ended(
      Row row, Mapping mapping, String state, Optional<Instant> closing)
      throws RowRefusedException {
    Rules rules = mapping.rules();
    if (state.equals("reopened")) {
      row.note(RowNote.REOPENED, mapping.status());
      return closing;
    }
    if (state.equals("open")) {
      if (closing.isPresent()) {
        row.note(RowNote.OPEN_WITH_CLOSING_TIME, mapping.closed(), rules.openWithClosingTime());
      }
      return rules.openWithClosingTime() == Rules.Action.CLOSE ? closing : Optional.empty();
    }
    // A closing time that the rule above passed over is not missing.
    if (mapping.closed().text(row).isEmpty()) {
      row.note(RowNote.CLOSED_WITHOUT_TIME, mapping.closed(), rules.closedWithoutTime());
    }
    return closing;
  }
}
