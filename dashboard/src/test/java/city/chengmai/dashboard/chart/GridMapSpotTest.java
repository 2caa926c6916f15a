package city.chengmai.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class GridMapSpotTest {

  private static final Pattern CIRCLE =
      Pattern.compile("<circle cx=\"([0-9.]+)\" cy=\"([0-9.]+)\" r=\"([0-9.]+)\"");

  /** A hundredth of a degree of latitude is 1112 metres. */
  @Test
  void aRingIsDrawnToScaleAroundItsPoint() {
    GridMap map = square().with(new GridMap.Spot(0, 0, 278, "<here>"));
    String svg = new GridMapRenderer().svg(map, Frame.of(HouseTheme.DESK, 416, 416));
    MatchResult ring = CIRCLE.matcher(svg).results().findFirst().orElseThrow();
    assertThat(Double.parseDouble(ring.group(1))).isCloseTo(208, within(0.5));
    assertThat(Double.parseDouble(ring.group(2))).isCloseTo(208, within(0.5));
    assertThat(Double.parseDouble(ring.group(3))).isCloseTo(100, within(0.5));
    assertThat(svg).contains("<title>&lt;here&gt;</title>");
  }

  /** Nine parts in ten of the way from the western to the eastern edge, in the middle of it. */
  @Test
  void markedPlacesAreDiamondsWhereTheyLie() {
    String svg =
        new GridMapRenderer()
            .svg(
                square().marked(List.of(new GridMap.Mark(0.004, 0, "<there>"))),
                Frame.of(HouseTheme.DESK, 416, 416));
    MatchResult top =
        Pattern.compile("<g class=\"mark\"><title>&lt;there&gt;</title><path d=\"M(\\S+) (\\S+)L")
            .matcher(svg)
            .results()
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(top.group(1))).isCloseTo(368, within(1.0));
    assertThat(Double.parseDouble(top.group(2))).isCloseTo(202, within(1.0));
    assertThat(svg).doesNotContain("class=\"spot\"");
  }

  private static GridMap square() {
    Geometry square = new GeometryFactory().toGeometry(new Envelope(-0.005, 0.005, -0.005, 0.005));
    GridMap.Cell cell =
        new GridMap.Cell(
            new GridMap.Area("a", "a", "a"), square, Shade.NONE, false, Optional.empty());
    return new GridMap(Caption.of("map"), List.of(cell), List.of());
  }
}
