package city.chengmai.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartRendererTest {
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
  private static final Frame FRAME = Frame.of(HouseTheme.WALL, 560, 320);

  private final ChartRenderer renderer = new ChartRenderer();

  static Stream<Map.Entry<String, Chart>> charts() {
    return SampleCharts.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void svgIsWellFormedWithSizeAndWords(Map.Entry<String, Chart> chart) throws Exception {
    Document document = parse(renderer.svg(chart.getValue(), FRAME));
    var root = document.getDocumentElement();
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 560 320");
    assertThat(root.getAttribute("width")).isEqualTo("560");
    assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
    assertThat(root.getFirstChild().getTextContent()).isEqualTo(chart.getValue().caption().title());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void svgNamesTheHouseFontOnlyAndHasNoStyle(Map.Entry<String, Chart> chart) {
    String svg = renderer.svg(chart.getValue(), FRAME);
    assertThat(svg).doesNotContain(" style=").doesNotContain("Dialog").doesNotContain("<image");
    assertThat(svg.replace("font-family=\"Noto Sans SC\"", "")).doesNotContain("font-family");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void sameDataGivesSameBytes(Map.Entry<String, Chart> chart) {
    Chart again = SampleCharts.all().get(chart.getKey());
    assertThat(again).isEqualTo(chart.getValue());
    assertThat(renderer.svg(again, FRAME)).isEqualTo(renderer.svg(chart.getValue(), FRAME));
  }

  @Test
  void chartsOfOnePageShareNoIdentifier() {
    Set<String> seen = new HashSet<>();
    SampleCharts.all()
        .values()
        .forEach(chart -> assertThat(ids(renderer.svg(chart, FRAME))).allMatch(seen::add));
    assertThat(ids(new GridMapRenderer().svg(SampleMaps.of(47, false), FRAME))).allMatch(seen::add);
  }

  @Test
  void outlinedSvgHasNoText() {
    assertThat(renderer.outlinedSvg(SampleCharts.ranked(), FRAME)).doesNotContain("<text");
  }

  /** Twenty-four hours of two digits do not fit into 500 pixels with gaps between them. */
  @Test
  void hoursThatWouldTouchAreLeftOut() {
    assertThat(renderer.svg(SampleCharts.heat(), Frame.of(HouseTheme.WALL, 1200, 300)))
        .contains(">1<", ">22<", ">23<");
    assertThat(renderer.svg(SampleCharts.heat(), Frame.of(HouseTheme.WALL, 500, 300)))
        .contains(">2<", ">22<")
        .doesNotContain(">1<")
        .doesNotContain(">23<");
  }

  @Test
  void oneSeriesIsOnePath() {
    assertThat(renderer.svg(SampleCharts.lineOfDay(), FRAME).length()).isLessThan(20_000);
  }

  @Test
  void mapKeepsAreaShadeAlarmAndLink() throws Exception {
    String svg = new GridMapRenderer().svg(SampleMaps.of(22, true), FRAME);
    assertThat(parse(svg).getElementsByTagName("a").getLength()).isEqualTo(22);
    assertThat(svg)
        .contains("data-area=\"grid-0\"", "data-shade=\"NONE\"", "href=\"/grid/grid-0\"")
        .contains("visibility=\"visible\"", "role=\"group\"", "class=\"overlay\"");
  }

  @Test
  void mapOf47GridsIsSmall() {
    assertThat(Drawing.of(new GridMapRenderer().svg(SampleMaps.of(47, false), FRAME)).gzip())
        .hasSizeLessThan(8_000);
  }

  private static Stream<String> ids(String svg) {
    return ID.matcher(svg).results().map(result -> result.group(1));
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
