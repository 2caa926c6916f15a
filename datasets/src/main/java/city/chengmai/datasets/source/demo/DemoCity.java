package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityFiles;
import city.chengmai.datasets.source.CityOptions;
import city.chengmai.datasets.source.FeedRegistry;
import java.util.Optional;

/**
 * The demo city: Xingqiao Sub-district (星桥街道) of an invented city, 47 grids of four types, made
 * from a seed. Nothing and nobody in it is real.
 */
public final class DemoCity {

  /** Name of the descriptor. */
  public static final String NAME = "demo";

  private DemoCity() {}

  /** The city that {@link city.chengmai.datasets.source.Cities} asks for by name. */
  public static City create(CityOptions options) {
    return create(DemoOptions.of(options));
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
        feeds(),
        new DemoFeed(xingqiao));
  }

  static FeedRegistry feeds() {
    return FeedRegistry.read(CityFiles.bundled(NAME), "feeds.yaml");
  }
}
