package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.query.FeedQueries.FeedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How a source does, the worst first; words and symbols come from the messages. */
enum FeedState {
  /** Nobody declared it: what it sends is taken all the same. */
  UNREGISTERED,
  /** Declared, and never heard of. */
  NEVER,
  /** Nothing came for longer than declared (断流). */
  SILENT,
  /** What comes happened long ago, or the feed says so itself (迟到). */
  LATE,
  /** It sends another version of the schemas than declared. */
  OTHER_SCHEMA,
  /** As declared. */
  GOOD;

  static FeedState of(FeedRow row, Instant now) {
    if (row.feedId().isEmpty()) {
      return UNREGISTERED;
    }
    if (row.lastAt() == null) {
      return NEVER;
    }
    if (Duration.between(row.lastAt(), now).toSeconds() > row.intervalSeconds()) {
      return SILENT;
    }
    boolean behind = row.lagSeconds() != null && row.lagSeconds() > row.intervalSeconds();
    if (behind || row.saysLate()) {
      return LATE;
    }
    boolean told = !row.reportedSchema().isEmpty();
    return told && !row.reportedSchema().equals(row.declaredSchema()) ? OTHER_SCHEMA : GOOD;
  }

  String key() {
    return "feeds.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
