package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.GridType;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Finds places inside an area and gives them invented addresses. */
final class SpotMaker {

  private static final int MARGIN_METRES = 12;
  private static final List<String> ROADS =
      List.of(
          "明澜路", "星河路", "云栈路", "柳汀路", "望溪路", "拾光路", "青榆路", "听潮路", "长芦路", "石埠路", "枫渡路", "桐影路", "锦苇路",
          "月堤路", "汀兰路", "双鹭路");

  private SpotMaker() {}

  /** Spots of a grid. {@code alias} is what people call the grid. */
  static List<Spot> inGrid(
      Geometry metres, int number, GridType type, String alias, int count, Dice dice) {
    List<Spot> spots = new ArrayList<>();
    for (Coordinate place : places(metres, count, dice)) {
      String road = ROADS.get((number * 5 + 3 * dice.below(3)) % ROADS.size());
      spots.add(new Spot(MetricPlane.toDegrees(place), address(type, alias, road, dice)));
    }
    return spots;
  }

  /** Places well inside an area, in metres; one fallback place when it is too thin. */
  static List<Coordinate> places(Geometry metres, int count, Dice dice) {
    Geometry core = metres.buffer(-MARGIN_METRES);
    if (core.isEmpty()) {
      return new ArrayList<>(List.of(metres.getInteriorPoint().getCoordinate()));
    }
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(core);
    Envelope box = core.getEnvelopeInternal();
    List<Coordinate> places = new ArrayList<>();
    while (places.size() < count) {
      double x = dice.between(box.getMinX(), box.getMaxX());
      Coordinate place = new Coordinate(x, dice.between(box.getMinY(), box.getMaxY()));
      if (locator.locate(place) == Location.INTERIOR) {
        places.add(place);
      }
    }
    return places;
  }

  private static String address(GridType type, String alias, String road, Dice dice) {
    boolean atRoad = type == GridType.STREET_FRONT || dice.chance(0.35);
    int number = dice.between(1, 60);
    if (atRoad) {
      return dice.chance(0.25)
          ? road + "近" + dice.pick(ROADS) + "路口"
          : road + (number * 8 + 2 * dice.below(4)) + "号";
    }
    String place = alias.replace("居委", "");
    return switch (type) {
      case VILLAGE_COMMITTEE -> place + (number % 12 + 1) + "组" + number + "号";
      case BUILDING -> place + (number % 6 + 1) + "号楼";
      default -> place + number + "号楼";
    };
  }
}
