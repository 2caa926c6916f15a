package city.chengmai.dashboard.local;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The status of every part, for the start-up page and the console. Thread-safe. */
public final class RunBoard {

  private final Map<Part, PartStatus> statuses = new EnumMap<>(Part.class);
  private final List<Consumer<PartStatus>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Long> figures = new ConcurrentHashMap<>();
  private volatile boolean wallReady;
  private volatile PartFailure failure;

  /** A board on which every part waits. */
  public RunBoard() {
    for (Part part : Part.values()) {
      statuses.put(part, PartStatus.waiting(part));
    }
  }

  /** Every part in starting order. */
  public synchronized List<PartStatus> statuses() {
    return List.copyOf(statuses.values());
  }

  /** One part. */
  public synchronized PartStatus status(Part part) {
    return statuses.get(part);
  }

  /** Calls this after each change, on the thread that made it. */
  public void listen(Consumer<PartStatus> listener) {
    listeners.add(listener);
  }

  /** True once the wall has something to show. */
  public boolean wallReady() {
    return wallReady;
  }

  /** A figure that a part reported, for example {@code replay.read}; empty until it did. */
  public Optional<Long> figure(String name) {
    return Optional.ofNullable(figures.get(name));
  }

  /** The part that gave up, if one did. */
  public Optional<PartFailure> failure() {
    return Optional.ofNullable(failure);
  }

  void showWall() {
    wallReady = true;
  }

  void enter(Part part, PartState state) {
    change(part, status -> status.in(state));
  }

  void say(Part part, PartState state, String message) {
    change(part, status -> status.in(state).saying(message));
  }

  void fail(PartFailure partFailure) {
    failure = partFailure;
    say(partFailure.part(), PartState.FAILED, partFailure.reason());
  }

  /** Applies a service's line; a name that is no part counts for the part that runs the service. */
  void hear(Part speaker, ProgressLine line) {
    Part part = Part.named(line.part()).orElse(speaker);
    if (line instanceof ProgressLine.Progress progress) {
      change(part, s -> s.at(progress.done(), progress.total(), progress.message()));
    } else if (line instanceof ProgressLine.Ready) {
      say(part, PartState.READY, "");
    } else if (line instanceof ProgressLine.Report report) {
      report.figures().forEach((name, count) -> figures.put(part.wireName() + "." + name, count));
    } else if (line instanceof ProgressLine.Failed failed) {
      change(part, status -> status.saying(failed.reason()));
    }
  }

  private void change(Part part, UnaryOperator<PartStatus> change) {
    PartStatus next;
    synchronized (this) {
      next = change.apply(statuses.get(part));
      statuses.put(part, next);
    }
    listeners.forEach(listener -> listener.accept(next));
  }
}
