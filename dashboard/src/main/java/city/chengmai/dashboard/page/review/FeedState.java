package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.query.FeedQueries.FeedRow;
import java.util.List;
import java.util.Locale;

/** How a source does; words and symbols come from the messages. */
enum FeedState {
  /** Nobody declared it: what it sends is taken all the same. */
  UNREGISTERED,
  /** Declared, and never heard of. */
  NEVER,
  /** Alert A08 stands, or stood until it was news no longer (断流). */
  SILENT,
  /** Alert A08-late stands, or the feed says so itself (迟到). */
  LATE,
  /** It sends another version of the schemas than declared. */
  OTHER_SCHEMA,
  /** As declared. */
  GOOD;

  /** What is to be said of a source: one thing, or that nobody declared it and another. */
  static List<FeedState> of(FeedRow row) {
    FeedState state = heard(row);
    if (!row.feedId().isEmpty()) {
      return List.of(state);
    }
    return state == GOOD ? List.of(UNREGISTERED) : List.of(UNREGISTERED, state);
  }

  // Silent and late are what the alerts say: the page has no clock and no limit of its own.
  private static FeedState heard(FeedRow row) {
    boolean declared = !row.feedId().isEmpty();
    if (declared && row.feedEvents() == 0) {
      return NEVER;
    }
    if (row.silent()) {
      return SILENT;
    }
    if (row.late() || row.saysLate()) {
      return LATE;
    }
    boolean told = declared && !row.reportedSchema().isEmpty();
    return told && !row.reportedSchema().equals(row.declaredSchema()) ? OTHER_SCHEMA : GOOD;
  }

  String key() {
    return "feeds.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
