package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.DataTimeRow;
import city.chengmai.dashboard.query.PortraitQueries;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How far the data reaches and how many grids have a grade. */
final class HeaderPanel implements WallPanel<HeaderPanel.Data> {

  /**
   * What the header says.
   *
   * @param reach latest event; null while there is none
   */
  record Data(Instant reach, int graded, int grids) {}

  private final CityQueries cities;
  private final PortraitQueries portraits;

  HeaderPanel(CityQueries cities, PortraitQueries portraits) {
    this.cities = cities;
    this.portraits = portraits;
  }

  @Override
  public String id() {
    return "header";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    Optional<Instant> reach = cities.dataTime(moment.now()).map(DataTimeRow::occurredAt);
    int graded =
        (int)
            portraits.portraits(moment.day()).stream()
                .filter(row -> row.dimension().equals("overall") && row.score() != null)
                .filter(row -> city.area(row.areaId()).filter(CityModel::isBaseGrid).isPresent())
                .count();
    return new Data(reach.orElse(null), graded, city.baseGrids().size());
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    return Map.of(
        "reach", figures.moment(data.reach()),
        "graded", figures.count(data.graded()),
        "grids", figures.count(data.grids()));
  }
}
