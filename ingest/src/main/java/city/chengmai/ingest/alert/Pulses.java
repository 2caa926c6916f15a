package city.chengmai.ingest.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Thins out the signs of life of sources: the first at once, then one a second and source. Not
 * thread-safe; a second of it may be lost in a crash.
 */
final class Pulses {

  private static final long PAUSE_MILLIS = 1_000;

  private final Map<String, Pulse> waiting = new HashMap<>();
  private final Map<String, Long> sent = new HashMap<>();
  private final BiConsumer<String, Pulse> out;

  Pulses(BiConsumer<String, Pulse> out) {
    this.out = out;
  }

  void heard(String source, Pulse pulse, long realMillis) {
    Pulse merged = waiting.merge(source, pulse, Pulse::and);
    Long last = sent.get(source);
    if (last == null || realMillis - last >= PAUSE_MILLIS) {
      waiting.remove(source);
      send(source, merged, realMillis);
    }
  }

  void flush(long realMillis) {
    waiting.forEach((source, pulse) -> send(source, pulse, realMillis));
    waiting.clear();
  }

  private void send(String source, Pulse pulse, long realMillis) {
    sent.put(source, realMillis);
    out.accept(source, pulse);
  }
}
