package city.chengmai.dashboard.local;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The board as a few lines: one when a part changes its state, and one now and then while it works.
 */
final class ConsoleLines {

  private static final long PAUSE_NANOS = 10_000_000_000L;

  private final Consumer<String> out;
  private final Map<Part, PartState> shown = new EnumMap<>(Part.class);
  private long lastLine = System.nanoTime();

  ConsoleLines(Consumer<String> out) {
    this.out = out;
  }

  synchronized void show(PartStatus status) {
    boolean changed = shown.put(status.part(), status.state()) != status.state();
    boolean due = System.nanoTime() - lastLine > PAUSE_NANOS;
    if (changed || (due && status.state() == PartState.STARTING)) {
      lastLine = System.nanoTime();
      out.accept(line(status));
    }
  }

  private static String line(PartStatus status) {
    String count =
        status.total() > 0 && status.state() == PartState.STARTING
            ? String.format(Locale.ROOT, "%,d/%,d ", status.done(), status.total())
            : "";
    return String.format(
            Locale.ROOT,
            "%-11s %-10s %s%s",
            status.part().wireName(),
            status.state().wireName(),
            count,
            status.message())
        .stripTrailing();
  }
}
