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

  private static final GeometryFactory SHAPES = new GeometryFactory();

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

  private static final Pattern SIGN =
      Pattern.compile(
          "<text class=\"sign\" x=\"([0-9.]+)\" y=\"([0-9.]+)\" font-size=\"([0-9.]+)\"");

  /** What lies over the right third leaves the letter the middle of the other two. */
  @Test
  void wordsStandBesideWhatLiesOverTheArea() {
    Geometry right = SHAPES.toGeometry(new Envelope(0.002, 0.006, -0.005, 0.005));
    GridMap covered = map(0.005, false, List.of(right));
    MatchResult sign = sign(covered);
    assertThat(Double.parseDouble(sign.group(1))).isLessThan(208 - 20);
  }

  /** What lies over nearly all of it leaves no room: the letter stays in the middle. */
  @Test
  void wordsStandInTheMiddleOfAnAreaThatIsCovered() {
    Geometry most = SHAPES.toGeometry(new Envelope(-0.0045, 0.005, -0.005, 0.005));
    MatchResult sign = sign(map(0.005, false, List.of(most)));
    assertThat(Double.parseDouble(sign.group(1))).isCloseTo(208, within(4.0));
  }

  /** In a small area the letter makes way for the alarm, and stands still without one. */
  @Test
  void anAlarmDoesNotCoverTheLetterOfASmallArea() {
    Frame small = Frame.of(HouseTheme.DESK, 46, 46);
    MatchResult calm = sign(map(0.005, false, List.of()), small);
    MatchResult alarmed = sign(map(0.005, true, List.of()), small);
    assertThat(Double.parseDouble(calm.group(1))).isCloseTo(23, within(1.0));
    double x = Double.parseDouble(alarmed.group(1));
    double size = Double.parseDouble(alarmed.group(3));
    String svg = new GridMapRenderer().svg(map(0.005, true, List.of()), small);
    MatchResult left =
        Pattern.compile("class=\"alarm\" d=\"M\\S+ \\S+L\\S+ \\S+ (\\S+) ")
            .matcher(svg)
            .results()
            .findFirst()
            .orElseThrow();
    assertThat(x + size * 0.25).isLessThan(Double.parseDouble(left.group(1)) + 1);
  }

  private static MatchResult sign(GridMap map) {
    return sign(map, Frame.of(HouseTheme.DESK, 416, 416));
  }

  private static MatchResult sign(GridMap map, Frame frame) {
    return SIGN.matcher(new GridMapRenderer().svg(map, frame)).results().findFirst().orElseThrow();
  }

  private static GridMap map(double half, boolean alarm, List<Geometry> laid) {
    Geometry square = SHAPES.toGeometry(new Envelope(-half, half, -half, half));
    GridMap.Cell cell =
        new GridMap.Cell(
            new GridMap.Area("a", "a", "a"), square, Shade.grade("B"), alarm, Optional.empty());
    return new GridMap(
        Caption.of("map"),
        List.of(cell),
        laid.stream()
            .map(one -> new GridMap.Overlay(new GridMap.Area("o", "o", "o"), one))
            .toList());
  }

  private static GridMap square() {
    Geometry square = new GeometryFactory().toGeometry(new Envelope(-0.005, 0.005, -0.005, 0.005));
    GridMap.Cell cell =
        new GridMap.Cell(
            new GridMap.Area("a", "a", "a"), square, Shade.NONE, false, Optional.empty());
    return new GridMap(Caption.of("map"), List.of(cell), List.of());
  }
}
