package city.chengmai.dashboard.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Finished drawings, found by what was drawn or by the hash of the result. Who asks for a drawing
 * that is being made waits for that one; a failed drawing is not kept. Holds a fixed number of
 * drawings and drops the one unused for longest. Safe to share.
 */
public final class ChartCache {
  private static final int DEFAULT_SIZE = 2000;

  private final Map<Object, CompletableFuture<Drawing>> byContent;
  private final Map<String, Drawing> byHash;

  /** A cache of 2000 drawings. */
  public ChartCache() {
    this(DEFAULT_SIZE);
  }

  /** A cache of some drawings. */
  public ChartCache(int size) {
    this.byContent = new LeastRecent<>(size);
    this.byHash = new LeastRecent<>(size);
  }

  /** The chart's drawing, from the cache or made now on this thread. */
  public Drawing get(Chart chart, Frame frame, ChartRenderer renderer) {
    return get(new Key(chart, frame), () -> renderer.svg(chart, frame));
  }

  /**
   * The drawing of some content, from the cache or made now on this thread.
   *
   * @param content equal for equal drawings, such as a record of everything that is drawn
   * @param svg makes the drawing
   */
  public Drawing get(Object content, Supplier<String> svg) {
    CompletableFuture<Drawing> mine = new CompletableFuture<>();
    CompletableFuture<Drawing> first;
    synchronized (this) {
      first = byContent.putIfAbsent(content, mine);
    }
    return first == null ? make(content, svg, mine) : await(first);
  }

  private Drawing make(Object content, Supplier<String> svg, CompletableFuture<Drawing> mine) {
    try {
      Drawing drawing = Drawing.of(svg.get());
      synchronized (this) {
        byHash.put(drawing.hash(), drawing);
      }
      mine.complete(drawing);
      return drawing;
    } catch (RuntimeException | Error failure) {
      synchronized (this) {
        byContent.remove(content, mine);
      }
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  private static Drawing await(CompletableFuture<Drawing> first) {
    try {
      return first.join();
    } catch (CompletionException failure) {
      throw new IllegalStateException(
          "Another thread failed to draw this chart", failure.getCause());
    }
  }

  /** The drawing with this hash, if it is still held. */
  public synchronized Optional<Drawing> byHash(String hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  private record Key(Chart chart, Frame frame) {}

  private static final class LeastRecent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int size;

    LeastRecent(int size) {
      super(16, 0.75f, true);
      this.size = size;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > size;
    }
  }
}
