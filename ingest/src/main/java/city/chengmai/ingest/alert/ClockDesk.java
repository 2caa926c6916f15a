package city.chengmai.ingest.alert;

import city.chengmai.ingest.log.LineLimit;
import city.chengmai.ingest.row.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the watches and says which rows of {@code alerts} follow: events clear, time raises. Not
 * thread-safe.
 */
final class ClockDesk {

  /** Bounds one punctuation; what is left follows a second later. */
  static final int AT_ONCE = 2_000;

  /** One of the process: each task has a desk of its own. */
  private static final LineLimit LINES = new LineLimit();

  private final WatchStore store;
  private final AlertFacts facts;
  private final AlertLog log = new AlertLog(LINES);

  ClockDesk(WatchStore store, AlertFacts facts) {
    this.store = store;
    this.facts = facts;
  }

  /** The watch of this key, null when there is none. */
  Watch watch(String key) {
    return store.get(key);
  }

  /**
   * An event changed an entity: clears what stands for causes that are gone.
   *
   * @param next the entity's watch from now on
   * @param happened time of the event
   * @param at now
   */
  List<Fact> update(String key, Watch next, Instant happened, Moment at) {
    Watch before = store.get(key);
    if (before == null && next.clocks().isEmpty()) {
      return List.of();
    }
    Watch after = before == null ? next : next.after(before);
    List<Fact> rows = new ArrayList<>();
    if (before != null) {
      Instant clearedAt = happened.isBefore(at.city()) ? happened : at.city();
      for (Clock clock : before.raisedBeside(after)) {
        rows.add(cleared(before, clock, clearedAt, at));
      }
    }
    store.put(key, after);
    return rows;
  }

  /** Keys of watches that time has changed and that may be judged now. */
  List<String> due(Moment at, CatchUp catchUp) {
    if (!catchUp.isCurrent(at.realMillis())) {
      return List.of();
    }
    List<String> keys = new ArrayList<>(store.due(at.city(), false, AT_ONCE));
    if (catchUp.isHistoryOver(at.realMillis())) {
      keys.addAll(store.due(at.city(), true, AT_ONCE));
    }
    return keys;
  }

  /** Time changed a watch: raises what stands now, clears what is news no longer. */
  List<Fact> judge(String key, Moment at) {
    Watch before = store.get(key);
    List<Fact> rows = new ArrayList<>();
    List<Clock> clocks = new ArrayList<>();
    for (Clock clock : before.clocks()) {
      Clock now = judge(before, clock, at, rows);
      if (!now.deadline().isOver(at.city())) {
        clocks.add(now);
      }
    }
    store.put(key, before.with(clocks));
    return rows;
  }

  private Clock judge(Watch watch, Clock clock, Moment at, List<Fact> rows) {
    if (!clock.isStale(at.city())) {
      return clock;
    }
    if (!clock.deadline().stands(at.city())) {
      Instant until = clock.deadline().until();
      rows.add(cleared(watch, clock, until == null ? at.city() : until, at));
      return Clock.of(clock.deadline());
    }
    Clock written = clock.written(at.city(), version(clock, at));
    rows.add(facts.open(watch, written, at.city()));
    log.raised(watch, written);
    return written;
  }

  private Fact cleared(Watch watch, Clock clock, Instant clearedAt, Moment at) {
    Clock last = new Clock(clock.deadline(), clock.raised(), version(clock, at));
    log.cleared(watch, last);
    return facts.cleared(watch, last, clearedAt, at.city());
  }

  // Real time, but never behind the row before, should the machine's clock be set back.
  private static long version(Clock clock, Moment at) {
    return Math.max(at.realMillis(), clock.version() + 1);
  }
}
