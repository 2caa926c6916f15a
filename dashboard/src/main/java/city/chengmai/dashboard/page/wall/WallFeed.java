package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.Boards;
import city.chengmai.dashboard.board.Boards.Published;
import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.board.WallBoard;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and draws the panels of all boards, once for all screens, one round at a time: panels of
 * one content are one, on however many boards. Screens hear of a picture as soon as it is drawn.
 * Slow panels are drawn beside the rounds. Start it once; close it before the workers.
 */
public final class WallFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WallFeed.class);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  /**
   * What is read and drawn, and from where.
   *
   * @param city as last read
   * @param products read again in slow rounds
   * @param panels makes what boards describe
   * @param boards looked at in each round
   */
  public record Sources(
      CityDirectory city, ProductPace products, WallPanels panels, Boards boards) {}

  private final Vertx vertx;
  private final Workers workers;
  private final Pages pages;
  private final Sources sources;
  private final Duration interval;
  private final AtomicBoolean asking = new AtomicBoolean();
  private final AtomicBoolean drawing = new AtomicBoolean();
  private volatile Map<PanelPlan.Content, WallSlot<?>> slots = Map.of();
  private volatile Map<String, WallShow> shows = Map.of();
  private volatile Map<String, Published> published = Map.of();
  private volatile Optional<Instant> latestAlarm = Optional.empty();
  private volatile Consumer<WallSlot<?>> listener = changed -> {};
  private volatile Runnable boardsListener = () -> {};
  private volatile Context loop;
  private volatile boolean closed;
  private long round;
  private long slowRound;

  /**
   * A feed of these boards.
   *
   * @param interval from the start of a round to the next, when a round takes no longer
   */
  public WallFeed(Vertx vertx, Workers workers, Pages pages, Duration interval, Sources sources) {
    this.vertx = vertx;
    this.workers = workers;
    this.pages = pages;
    this.interval = interval;
    this.sources = sources;
    take(sources.boards().shown(), slot -> {});
  }

  /** Starts the rounds; the first begins at once. */
  public void start() {
    loop = vertx.getOrCreateContext();
    loop.runOnContext(begun -> next());
  }

  /**
   * What is shown at the address of this board: the board, or in an emergency (应急状态) the one that
   * tells of it. Its hash is another, so that screens load it by themselves, and back again.
   */
  Optional<WallShow> show(String board) {
    Map<String, WallShow> all = shows;
    return Optional.ofNullable(all.get(board))
        .map(
            own ->
                all.values().stream()
                    .filter(one -> one.board().emergency().isPresent())
                    .findFirst()
                    .map(one -> one.under(board))
                    .orElse(own));
  }

  /**
   * Within what time this panel is read again, which its age is judged by: two intervals at least,
   * as a round may take longer, and a panel must not pass for late because of that.
   */
  Duration interval(WallSlot<?> slot) {
    int rounds = Math.max(2, slot.panel().pace().rounds());
    return slot.panel().every().orElse(interval.multipliedBy(rounds));
  }

  /** Whether an alarm is so new that a board holds its scene for it. */
  boolean inEvent(WallBoard board) {
    Instant now = sources.city().moment().now();
    return board
        .event()
        .filter(
            mode ->
                latestAlarm
                    .filter(at -> now.isBefore(at.plus(Duration.ofMinutes(mode.minutes()))))
                    .isPresent())
        .isPresent();
  }

  /** A board that is not published, with what is drawn for it now. Blocking. */
  WallShow preview(String id, String text, WallBoard board) {
    Map<String, WallSlot<?>> panels = new LinkedHashMap<>();
    for (PanelPlan plan : board.panels()) {
      WallSlot<?> known = slots.get(plan.content());
      WallSlot<?> slot = known == null ? new WallSlot<>(sources.panels().of(plan), pages) : known;
      if (slot.awaited()) {
        slot.refresh(sources.city().model(), sources.city().moment());
      }
      panels.put(plan.name(), slot);
    }
    return WallShow.of(id, text, board, panels);
  }

  /** Who is told of each panel with a new picture; called on the event loop. */
  void onChange(Consumer<WallSlot<?>> changed) {
    this.listener = changed;
  }

  /** Who is told that boards changed; called on the event loop. */
  void onBoards(Runnable changed) {
    this.boardsListener = changed;
  }

  private void next() {
    if (closed) {
      return;
    }
    long current = round++;
    long begun = System.nanoTime();
    workers
        .call(() -> refresh(current))
        .onSuccess(boards -> finish(current, boards))
        .onFailure(e -> LOG.warn("wall round failed: {}", e.toString()))
        .onComplete(done -> vertx.setTimer(pause(System.nanoTime() - begun), timer -> next()));
  }

  /** Milliseconds until the next round: a quarter of the interval however long this one took. */
  private long pause(long took) {
    long rest = interval.minusNanos(took).toMillis();
    return Math.max(1, Math.max(interval.toMillis() / 4, rest));
  }

  private void finish(long current, boolean boards) {
    if (boards) {
      boardsListener.run();
    }
    drawSlowly(current);
    ask();
  }

  /** One round; gives whether boards changed. */
  private boolean refresh(long current) {
    CityModel model = sources.city().model();
    if (current % WallPanel.Pace.SLOW.rounds() == 0) {
      model = refreshCity();
      refreshProducts();
    }
    CityMoment moment = sources.city().moment();
    boolean boards = refreshBoards(model, moment);
    refreshAlarms(moment);
    drawAll(of(WallPanel.Pace.EVENT).toList());
    return boards;
  }

  /** Slow panels are drawn beside the rounds: what happens now does not wait for them. */
  private void drawSlowly(long current) {
    boolean turn = current >= slowRound;
    // A panel that has nothing to show, or whose read failed, does not wait for its turn.
    List<WallSlot<?>> due =
        of(WallPanel.Pace.SLOW).filter(one -> turn || one.failed() || one.awaited()).toList();
    if (closed || due.isEmpty() || !drawing.compareAndSet(false, true)) {
      return;
    }
    if (turn) {
      slowRound = current + WallPanel.Pace.SLOW.rounds();
    }
    workers
        .call(Executors.callable(() -> drawAll(due)))
        .onFailure(e -> LOG.warn("drawing slow wall panels failed: {}", e.toString()))
        .onComplete(done -> drawing.set(false));
  }

  private Stream<WallSlot<?>> of(WallPanel.Pace pace) {
    return slots.values().stream()
        .filter(slot -> slot.panel().every().isEmpty() && slot.panel().pace() == pace);
  }

  /** All as of one moment, so that figures of one round agree. */
  private void drawAll(List<WallSlot<?>> due) {
    CityModel model = sources.city().model();
    CityMoment moment = sources.city().moment();
    for (WallSlot<?> slot : due) {
      if (!closed && slot.refresh(model, moment)) {
        loop.runOnContext(drawn -> listener.accept(slot));
      }
    }
  }

  /**
   * Screens hear of a new board only when its panels are drawn: they go from picture to picture.
   */
  private boolean refreshBoards(CityModel model, CityMoment moment) {
    try {
      Map<String, Published> now = sources.boards().refresh();
      if (now.equals(published)) {
        return false;
      }
      take(
          now,
          slot -> {
            if (slot.panel().every().isEmpty()) {
              slot.refresh(model, moment);
            }
          });
      return true;
    } catch (RuntimeException e) {
      LOG.warn("the boards could not be read again: {}", e.toString());
      return false;
    }
  }

  private void take(Map<String, Published> boards, Consumer<WallSlot<?>> draw) {
    Map<PanelPlan.Content, WallSlot<?>> nextSlots = new LinkedHashMap<>();
    Map<String, WallShow> nextShows = new LinkedHashMap<>();
    boards.forEach(
        (id, board) -> {
          Map<String, WallSlot<?>> panels = new LinkedHashMap<>();
          for (PanelPlan plan : board.board().panels()) {
            panels.put(plan.name(), nextSlots.computeIfAbsent(plan.content(), any -> slot(plan)));
          }
          nextShows.put(id, WallShow.of(id, board.text(), board.board(), panels));
        });
    // Those that were there before are drawn in their turn.
    nextSlots.values().stream().filter(slot -> !slots.containsValue(slot)).forEach(draw);
    slots = nextSlots;
    shows = nextShows;
    published = boards;
  }

  private WallSlot<?> slot(PanelPlan plan) {
    WallSlot<?> known = slots.get(plan.content());
    return known == null ? new WallSlot<>(sources.panels().of(plan), pages) : known;
  }

  private void refreshAlarms(CityMoment moment) {
    try {
      boolean wanted = shows.values().stream().anyMatch(one -> one.board().event().isPresent());
      latestAlarm = wanted ? sources.panels().latestAlarm(moment.now()) : Optional.empty();
    } catch (RuntimeException e) {
      LOG.warn("the newest alarm could not be read: {}", e.toString());
    }
  }

  /** Panels that may take long are read beside the rounds, one at a time. */
  private void ask() {
    Optional<WallSlot<?>> waiting = slots.values().stream().filter(this::isWaiting).findFirst();
    if (closed || waiting.isEmpty() || !asking.compareAndSet(false, true)) {
      return;
    }
    WallSlot<?> slot = waiting.get();
    workers
        .call(Executors.callable(() -> drawAll(List.of(slot))))
        .onFailure(
            e -> LOG.warn("drawing wall panel {} failed: {}", slot.panel().id(), e.toString()))
        .onComplete(done -> asking.set(false));
  }

  private boolean isWaiting(WallSlot<?> slot) {
    return slot.panel()
        .every()
        .filter(
            every ->
                slot.sinceTry().map(since -> since.compareTo(wait(slot, every)) >= 0).orElse(true))
        .isPresent();
  }

  private static Duration wait(WallSlot<?> slot, Duration every) {
    return slot.failed() && TRY_AGAIN.compareTo(every) < 0 ? TRY_AGAIN : every;
  }

  private CityModel refreshCity() {
    try {
      return sources.city().refresh();
    } catch (RuntimeException e) {
      LOG.warn("the city could not be read again: {}", e.toString());
      return sources.city().model();
    }
  }

  private void refreshProducts() {
    try {
      sources.products().refresh();
    } catch (RuntimeException e) {
      LOG.warn("the runs of analytics could not be read again: {}", e.toString());
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
