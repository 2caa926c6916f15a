package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Words the state of the wall as JSON: the city's time, and of each panel picture and age. */
final class WallBeat {

  private final WallFeed feed;
  private final Pages pages;
  private final CityDirectory city;
  private final ProductPace products;
  private final String version;
  private final InstantSource real = InstantSource.system();

  /**
   * Beats of a feed.
   *
   * @param products how often analytics renews its products
   * @param version changes whenever screens have to load the page again
   */
  WallBeat(WallFeed feed, Pages pages, CityDirectory city, ProductPace products, String version) {
    this.feed = feed;
    this.pages = pages;
    this.city = city;
    this.products = products;
    this.version = version;
  }

  JsonObject state(WallShow show, Language language) {
    JsonObject panels = new JsonObject();
    show.panels().forEach((name, slot) -> panels.put(name, panel(slot, language)));
    return new JsonObject()
        .put("now", pages.clock().instant().toEpochMilli())
        .put("real", real.millis())
        .put("zone", city.model().facts().zone().getId())
        .put("version", version)
        .put("board", show.hash())
        .put("event", feed.inEvent(show.board()))
        .put("panels", panels);
  }

  JsonObject panel(WallSlot<?> slot, Language language) {
    Age age = age(slot);
    return new JsonObject()
        .put("hash", slot.frame(language).map(WallFrame::hash).orElse(""))
        .put("time", slot.dataTime().map(time -> shown(time, language)).orElse(Figures.NONE))
        .put("age", age.age().toMillis())
        .put("interval", age.interval().toMillis())
        .put("failed", slot.failed());
  }

  private record Age(Duration age, Duration interval) {
    double ratio() {
      return (double) age.toMillis() / Math.max(1, interval.toMillis());
    }
  }

  /**
   * The worse of two: the picture was not confirmed, or the job behind it has not run for long. The
   * products of a period that is over do not grow old.
   */
  private Age age(WallSlot<?> slot) {
    Age picture = new Age(slot.unconfirmed(), feed.interval(slot));
    if (!slot.product() || city.moment().historical()) {
      return picture;
    }
    Duration old = products.sinceLatest().orElseGet(() -> dataAge(slot));
    Age product = new Age(old, products.interval());
    return product.ratio() > picture.ratio() ? product : picture;
  }

  /** Products that came without a run that is known of, as of another installation's. */
  private Duration dataAge(WallSlot<?> slot) {
    Duration old = Duration.between(slot.dataTime().orElse(Instant.EPOCH), city.moment().now());
    return old.isNegative() ? Duration.ZERO : old;
  }

  private String shown(Instant time, Language language) {
    ZoneId zone = city.model().facts().zone();
    Figures figures = new Figures(language, zone);
    LocalDate today = pages.clock().instant().atZone(zone).toLocalDate();
    return time.atZone(zone).toLocalDate().equals(today)
        ? figures.time(time)
        : figures.moment(time);
  }
}
