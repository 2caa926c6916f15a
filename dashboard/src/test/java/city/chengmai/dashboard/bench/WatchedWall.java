package city.chengmai.dashboard.bench;

import city.chengmai.dashboard.fixture.Browsing;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;

/**
 * A wall in a real Chromium that is looked at from outside: whether it says that its link is down
 * while nobody serves it, and whether it grows. Only for the thread that made it.
 */
final class WatchedWall implements AutoCloseable {

  /** Three missed beats of five seconds, and time for the mark to be drawn. */
  private static final double MARKED_WITHIN_SECONDS = 20;

  private final Browsing browsing = new Browsing();
  private final Page page = browsing.page(1920, 1080);
  private final Slope heap = new Slope();
  private final Slope nodes = new Slope();
  private int looks;
  private int away;
  private int unmarked;
  private int panels;

  /** Opens the wall. */
  WatchedWall(String dashboard) {
    page.navigate(dashboard + "/wall");
  }

  /**
   * Looks once.
   *
   * @param seconds since the beginning
   * @param awaySeconds how long nobody has served it, 0 while somebody does
   */
  void look(double seconds, double awaySeconds) {
    looks++;
    try {
      List<?> seen =
          (List<?>)
              page.evaluate(
                  "() => [document.body.classList.contains('link-down'),"
                      + " document.querySelectorAll('[data-panel] .body svg, [data-panel] .body li').length,"
                      + " document.getElementsByTagName('*').length, performance.memory.usedJSHeapSize]");
      boolean marked = (Boolean) seen.get(0);
      panels = ((Number) seen.get(1)).intValue();
      if (awaySeconds > MARKED_WITHIN_SECONDS) {
        away++;
        unmarked += marked && panels > 0 ? 0 : 1;
      }
      nodes.add(1, seconds, ((Number) seen.get(2)).doubleValue());
      heap.add(1, seconds, ((Number) seen.get(3)).doubleValue() / (1 << 20));
    } catch (PlaywrightException loading) {
      // It loads itself anew after a new version came; the next look sees it.
      return;
    }
  }

  void print(Timings timings) {
    timings.line("wall_looks", looks, "1");
    timings.line("wall_looks_while_away", away, "1");
    timings.line("wall_unmarked_while_away", unmarked, "1");
    timings.line("wall_heap_slope", heap.perHour(), "MB/h");
    timings.line("wall_nodes_slope", nodes.perHour(), "1/h");
    timings.line("wall_pictures_at_end", panels, "1");
  }

  int unmarked() {
    return unmarked;
  }

  @Override
  public void close() {
    browsing.close();
  }
}
