package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A panel with its last good picture. Refreshed by one thread at a time, read by many.
 *
 * @param <T> data of the panel
 */
final class WallSlot<T> {

  private static final Logger LOG = LoggerFactory.getLogger(WallSlot.class);

  /**
   * What is shown.
   *
   * @param data the picture's data, null before the first good read
   * @param city the city it was drawn for
   * @param frames the picture in each language
   * @param readAt the city's time of the last good read
   * @param readNanos the machine's monotonic time of it
   * @param failed whether the latest read failed
   */
  private record State<T>(
      T data,
      CityModel city,
      Map<Language, WallFrame> frames,
      Instant readAt,
      long readNanos,
      boolean failed) {

    State<T> broken() {
      return new State<>(data, city, frames, readAt, readNanos, true);
    }
  }

  private final WallPanel<T> panel;
  private final Pages pages;
  private volatile State<T> state =
      new State<>(null, null, Map.of(), Instant.EPOCH, System.nanoTime(), false);

  private volatile boolean tried;
  private volatile long triedNanos;

  WallSlot(WallPanel<T> panel, Pages pages) {
    this.panel = panel;
    this.pages = pages;
  }

  WallPanel<T> panel() {
    return panel;
  }

  /** Reads and, when something changed, draws. Gives whether the picture changed. */
  synchronized boolean refresh(CityModel city, CityMoment moment) {
    State<T> before = state;
    triedNanos = System.nanoTime();
    tried = true;
    try {
      T data = panel.read(city, moment);
      boolean same = data.equals(before.data()) && city == before.city();
      Map<Language, WallFrame> frames = same ? before.frames() : draw(data, city, moment);
      Instant readAt = moment.historical() ? moment.now().minusMillis(1) : moment.now();
      state = new State<>(data, city, frames, readAt, System.nanoTime(), false);
      return !same && !frames.equals(before.frames());
    } catch (RuntimeException e) {
      LOG.warn("wall panel {} keeps its last picture: {}", panel.id(), e.toString());
      state = before.broken();
      return false;
    }
  }

  /** The picture in this language; empty before the first good read. */
  Optional<WallFrame> frame(Language language) {
    return Optional.ofNullable(state.frames().get(language));
  }

  /** The time the figures are good up to; empty before the first good read. */
  Optional<Instant> dataTime() {
    State<T> now = state;
    return now.data() == null
        ? Optional.empty()
        : Optional.of(panel.productTime(now.data()).orElse(now.readAt()));
  }

  /** How long the picture has not been confirmed. */
  Duration unconfirmed() {
    return Duration.ofNanos(System.nanoTime() - state.readNanos());
  }

  /** Whether figures come from a job of analytics, not from the moment they are read. */
  boolean product() {
    State<T> now = state;
    return now.data() != null && panel.productTime(now.data()).isPresent();
  }

  /** Whether there is no picture yet, or one that only says that nothing was computed. */
  boolean awaited() {
    State<T> now = state;
    return now.data() == null || panel.awaited(now.data());
  }

  /** Time since the latest try to read it, good or not; empty before the first. */
  Optional<Duration> sinceTry() {
    return tried ? Optional.of(Duration.ofNanos(System.nanoTime() - triedNanos)) : Optional.empty();
  }

  boolean failed() {
    return state.failed();
  }

  private Map<Language, WallFrame> draw(T data, CityModel city, CityMoment moment) {
    Map<Language, WallFrame> frames = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Figures figures = new Figures(language, moment.zone());
      String html =
          pages.fragment("wall/" + panel.id(), language, panel.model(data, city, figures));
      frames.put(language, WallFrame.of(html));
    }
    return frames;
  }
}
