package city.chengmai.dashboard.page.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One statement on its way through the server. Thread-safe. */
final class DeskRun {

  private final String id = UUID.randomUUID().toString();
  private final DeskStatement statement;
  private final DeskLimits limits;
  private final Instant startedAt;
  private volatile Instant lookedAt;
  private volatile Instant endedAt;
  private volatile DeskProgress progress = DeskProgress.NONE;
  private volatile boolean begun;
  private volatile boolean stopping;
  private volatile DeskOutcome outcome;

  DeskRun(DeskStatement statement, DeskLimits limits, Instant now) {
    this.statement = statement;
    this.limits = limits;
    this.startedAt = now;
    this.lookedAt = now;
  }

  /** Made here, never by a browser; it is ClickHouse's query id too. */
  String id() {
    return id;
  }

  DeskStatement statement() {
    return statement;
  }

  DeskLimits limits() {
    return limits;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant lookedAt() {
    return lookedAt;
  }

  Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  DeskProgress progress() {
    return progress;
  }

  /** Whether its turn has come. */
  boolean begun() {
    return begun;
  }

  boolean stopping() {
    return stopping;
  }

  Optional<DeskOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Memory that its rows take, 0 while it has none. */
  long bytes() {
    return outcome instanceof DeskOutcome.Finished finished ? finished.table().bytes() : 0;
  }

  void look(Instant now) {
    lookedAt = now;
  }

  void progress(DeskProgress seen) {
    // The watch may look later than the end and see less.
    if (seen.readRows() >= progress.readRows()) {
      progress = seen;
    }
  }

  /**
   * Its turn has come, from when its page has to ask again; false when nobody wants it any more.
   */
  synchronized boolean begin(Instant now) {
    begun = !stopping;
    lookedAt = now;
    return begun;
  }

  /** Notes that somebody wants it stopped; false when that was known already. */
  synchronized boolean requestStop() {
    boolean first = !stopping && outcome == null;
    stopping = true;
    return first;
  }

  synchronized void end(DeskOutcome how, Instant now) {
    endedAt = now;
    outcome = how;
  }
}
