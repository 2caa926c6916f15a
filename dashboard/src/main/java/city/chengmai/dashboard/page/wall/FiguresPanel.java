package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.AlertCountsRow;
import city.chengmai.dashboard.query.WallQueries.CountsRow;
import city.chengmai.datasets.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The strip of key figures. */
final class FiguresPanel implements WallPanel<FiguresPanel.Data> {

  /**
   * What the strip shows.
   *
   * @param any whether there is any event at all; without one a count is not zero but unknown
   */
  record Data(
      boolean any,
      boolean historical,
      CountsRow counts,
      AlertCountsRow alerts,
      List<IndicatorRow> indicators) {}

  private final CityQueries cities;
  private final WallQueries wall;
  private final PortraitQueries portraits;
  private final List<String> shown;
  private final int everywhere;
  private final Catalogue catalogue = Catalogue.bundled();

  /**
   * A strip.
   *
   * @param shown figures of every screen
   * @param wide those that wide screens have room for besides
   */
  FiguresPanel(
      CityQueries cities,
      WallQueries wall,
      PortraitQueries portraits,
      List<String> shown,
      List<String> wide) {
    this.shown = Stream.concat(shown.stream(), wide.stream()).distinct().toList();
    this.everywhere = shown.size();
    this.cities = cities;
    this.wall = wall;
    this.portraits = portraits;
  }

  @Override
  public String id() {
    return "figures";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    CountsRow counts =
        wall.counts(moment.start(), moment.now(), moment.start(1), moment.previous());
    List<IndicatorRow> indicators =
        city.root()
            .map(root -> portraits.indicators(root.areaId(), moment.day()))
            .orElse(List.of());
    return new Data(
        cities.dataTime(moment.now()).isPresent(),
        moment.historical(),
        counts,
        wall.alertCounts(moment.now(), moment.previous()),
        indicators);
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    Tiles tiles = new Tiles(data, figures, catalogue);
    return Map.of(
        "tiles",
        shown.stream().map(figure -> tile(tiles, figure)).toList(),
        "everywhere",
        everywhere);
  }

  private static Tile tile(Tiles tiles, String figure) {
    return switch (figure) {
      case "reported" -> tiles.reported();
      case "open" -> tiles.open();
      case "alerts" -> tiles.alerts();
      default -> tiles.indicator(figure);
    };
  }
}
