package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and draws all panels, once for all screens, one round at a time. Start it once; close it
 * before the workers.
 */
public final class WallFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WallFeed.class);

  private final Vertx vertx;
  private final Workers workers;
  private final CityDirectory city;
  private final Duration interval;
  private final ProductPace products;
  private final List<WallSlot<?>> slots = new ArrayList<>();
  private volatile Consumer<List<WallSlot<?>>> listener = changed -> {};
  private volatile boolean closed;
  private long round;

  /**
   * A feed of these panels.
   *
   * @param interval from the end of a round to the start of the next
   * @param products read again in slow rounds
   */
  public WallFeed(
      Vertx vertx,
      Workers workers,
      Pages pages,
      CityDirectory city,
      Duration interval,
      ProductPace products,
      List<WallPanel<?>> panels) {
    this.vertx = vertx;
    this.workers = workers;
    this.city = city;
    this.interval = interval;
    this.products = products;
    panels.forEach(panel -> slots.add(new WallSlot<>(panel, pages)));
  }

  /** Starts the rounds; the first begins at once. */
  public void start() {
    next();
  }

  /** The panels in display order. */
  List<WallSlot<?>> slots() {
    return slots;
  }

  /** The panel of this id. */
  Optional<WallSlot<?>> slot(String id) {
    return slots.stream().filter(slot -> slot.panel().id().equals(id)).findFirst();
  }

  /** How often this panel is read. */
  Duration interval(WallSlot<?> slot) {
    return interval.multipliedBy(slot.panel().pace().rounds());
  }

  /** Who is told which panels changed; called on the event loop. */
  void onChange(Consumer<List<WallSlot<?>>> changed) {
    this.listener = changed;
  }

  private void next() {
    if (closed) {
      return;
    }
    workers
        .call(this::refresh)
        .onSuccess(changed -> listener.accept(changed))
        .onFailure(e -> LOG.warn("wall round failed: {}", e.toString()))
        .onComplete(done -> vertx.setTimer(interval.toMillis(), timer -> next()));
  }

  private List<WallSlot<?>> refresh() {
    long current = round++;
    boolean slow = current % WallPanel.Pace.SLOW.rounds() == 0;
    CityModel model = slow ? refreshCity() : city.model();
    if (slow) {
      refreshProducts();
    }
    CityMoment moment = city.moment();
    List<WallSlot<?>> changed = new ArrayList<>();
    for (WallSlot<?> slot : slots) {
      if (due(slot, current) && slot.refresh(model, moment)) {
        changed.add(slot);
      }
    }
    return changed;
  }

  /** A panel that has nothing to show, or whose read failed, does not wait for its turn. */
  private boolean due(WallSlot<?> slot, long current) {
    return current % slot.panel().pace().rounds() == 0 || slot.failed() || slot.awaited();
  }

  private CityModel refreshCity() {
    try {
      return city.refresh();
    } catch (RuntimeException e) {
      LOG.warn("the city could not be read again: {}", e.toString());
      return city.model();
    }
  }

  private void refreshProducts() {
    try {
      products.refresh();
    } catch (RuntimeException e) {
      LOG.warn("the runs of analytics could not be read again: {}", e.toString());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
