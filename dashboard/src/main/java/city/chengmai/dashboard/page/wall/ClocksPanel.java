package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.dashboard.query.WallQueries.DueCaseRow;
import java.util.List;
import java.util.Map;

/** The cases that are due next; the page counts down to the due times by the city's clock. */
final class ClocksPanel implements WallPanel<ClocksPanel.Data> {

  /** The cases, the next due first. */
  record Data(List<DueCaseRow> cases) {}

  /**
   * A line of the list.
   *
   * @param due milliseconds since 1970
   * @param at the due time in words
   */
  public record Line(String place, String category, String unit, String due, String at) {}

  private final WallQueries wall;
  private final int shown;

  ClocksPanel(WallQueries wall, int shown) {
    this.wall = wall;
    this.shown = shown;
  }

  @Override
  public String id() {
    return "clocks";
  }

  @Override
  public Pace pace() {
    return Pace.EVENT;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(wall.due(moment.now(), shown));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    Language language = figures.messages().language();
    List<Line> lines =
        data.cases().stream()
            .map(
                row ->
                    new Line(
                        city.areaName(row.grid(), language),
                        city.categoryName(row.category(), language),
                        row.unit().isEmpty() ? Figures.NONE : row.unit(),
                        String.valueOf(row.dueAt().toEpochMilli()),
                        figures.moment(row.dueAt())))
            .toList();
    return Map.of("lines", lines);
  }
}
