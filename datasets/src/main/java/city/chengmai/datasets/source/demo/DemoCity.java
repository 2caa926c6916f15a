package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The demo city: Xingqiao Sub-district (星桥街道) of an invented city, 47 grids of four types, made
 * from a seed. Nothing and nobody in it is real.
 */
public final class DemoCity {

  /** Name of the descriptor. */
  public static final String NAME = "demo";

  private DemoCity() {}

  /**
   * The city of the installation's options, with the Chinese calendar. Without a first day, today
   * is the last of {@link DemoOptions#HISTORY_DAYS} days: whoever keeps positions has to keep that
   * day.
   */
  public static City create(CityOptions options) {
    LocalDate today = options.clock().instant().atZone(DemoOptions.ZONE).toLocalDate();
    LocalDate usual = today.minusDays(DemoOptions.HISTORY_DAYS - 1L);
    LocalDate firstDay = options.firstDay().orElse(usual);
    return create(new DemoOptions(options.seed(), firstDay, HolidayCalendars.named("china")));
  }

  /**
   * The city of these options. Its feed has no end; a position is the number of events taken.
   *
   * @param options seed, first day and working calendar; equal options give equal bytes
   */
  public static City create(DemoOptions options) {
    Xingqiao xingqiao = new Xingqiao(options);
    return new City(
        NAME,
        "星桥街道（合成演示数据）",
        "Xingqiao Sub-district (synthetic)",
        DemoOptions.ZONE,
        options.holidays(),
        "system",
        options.firstDay(),
        Optional.empty(),
        xingqiao.areas(),
        xingqiao.categories().tree(),
        new DemoFeed(xingqiao));
  }
}
