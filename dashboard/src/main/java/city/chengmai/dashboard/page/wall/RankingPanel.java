package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The best and the last of each grid type; unlike types are never ranked together. */
final class RankingPanel implements WallPanel<RankingPanel.Data> {

  /** Overall scores of the base grids that have one. */
  record Data(List<PortraitRow> scores) {}

  /** A place in a ranking. */
  public record Place(String rank, String name, String grade, String score) {}

  /**
   * One grid type.
   *
   * @param last from the better to the worse; never one that is among the first
   */
  public record Group(String type, int size, List<Place> first, List<Place> last) {}

  private final PortraitQueries portraits;
  private final int shown;

  RankingPanel(PortraitQueries portraits, int shown) {
    this.portraits = portraits;
    this.shown = shown;
  }

  @Override
  public String id() {
    return "ranking";
  }

  @Override
  public Pace pace() {
    return Pace.SLOW;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(
        portraits.portraits(moment.day()).stream()
            .filter(row -> row.dimension().equals("overall") && row.score() != null)
            .filter(row -> city.area(row.areaId()).filter(CityModel::isBaseGrid).isPresent())
            .toList());
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    Map<String, List<PortraitRow>> byType =
        data.scores().stream()
            .collect(Collectors.groupingBy(RankingPanel::type, TreeMap::new, Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    byType.forEach((type, rows) -> groups.add(group(type, rows, city, figures)));
    return Map.of("groups", groups);
  }

  /** The wall ranks whole types; the portrait ranks within type and form. */
  private static String type(PortraitRow row) {
    int slash = row.peerGroup().indexOf('/');
    return slash < 0 ? row.peerGroup() : row.peerGroup().substring(0, slash);
  }

  private Group group(String type, List<PortraitRow> rows, CityModel city, Figures figures) {
    Language language = figures.messages().language();
    List<PortraitRow> sorted =
        rows.stream().sorted(Comparator.comparing(PortraitRow::score).reversed()).toList();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      PortraitRow row = sorted.get(i);
      long better = sorted.stream().filter(other -> other.score() > row.score()).count();
      places.add(
          new Place(
              figures.count(better + 1),
              city.areaName(row.areaId(), language),
              row.grade(),
              figures.number(row.score(), 1)));
    }
    int first = Math.min(shown, places.size());
    int last = Math.max(first, places.size() - shown);
    return new Group(
        figures.messages().textOr("grid-type." + type, type),
        places.size(),
        places.subList(0, first),
        places.subList(last, places.size()));
  }

  @Override
  public boolean awaited(Data data) {
    return data.scores().isEmpty();
  }

  @Override
  public Optional<Instant> productTime(Data data) {
    return data.scores().stream().map(PortraitRow::dataAsOf).max(Instant::compareTo);
  }
}
