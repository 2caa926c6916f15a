package city.chengmai.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.font.FontWeight;
import city.chengmai.dashboard.font.HouseFont;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws every chart in every theme into {@code target/gallery}, to be looked at. */
class ChartGalleryTest {
  private static final Path GALLERY = Path.of("target", "gallery");

  private final ChartRenderer renderer = new ChartRenderer();

  @ParameterizedTest
  @EnumSource(HouseTheme.class)
  void everyChartIsDrawnAsPicture(HouseTheme theme) throws IOException {
    Files.createDirectories(GALLERY);
    for (var entry : SampleCharts.all().entrySet()) {
      byte[] png = renderer.png(entry.getValue(), frame(theme, entry.getKey()));
      Files.write(GALLERY.resolve(theme + "-" + entry.getKey() + ".png"), png);
      assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  void allChartsAndMapsStandOnOnePage() throws IOException {
    Files.createDirectories(GALLERY);
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><style>");
    for (FontWeight weight : FontWeight.values()) {
      try (InputStream font = HouseFont.file(weight)) {
        Files.copy(font, GALLERY.resolve(weight.fileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      page.append("@font-face{font-family:'" + HouseFont.FAMILY + "';font-weight:");
      page.append(weight.number() + ";src:url(" + weight.fileName() + ")}");
    }
    page.append("body{margin:0}section{padding:12px}svg{margin:6px}</style>");
    for (HouseTheme theme : HouseTheme.values()) {
      page.append("<section style='background:" + HouseTheme.hex(theme.panel()) + "'>");
      SampleCharts.all()
          .forEach((name, chart) -> page.append(renderer.svg(chart, frame(theme, name))));
      GridMapRenderer maps = new GridMapRenderer();
      page.append(maps.svg(SampleMaps.of(47, false), Frame.of(theme, 960, 760).scaled(1.3)));
      page.append(maps.svg(SampleMaps.of(22, true), Frame.of(theme, 640, 520)));
      page.append("</section>");
    }
    Files.writeString(GALLERY.resolve("index.html"), page);
    assertThat(GALLERY.resolve("index.html")).isNotEmptyFile();
  }

  private static Frame frame(HouseTheme theme, String name) {
    if (name.equals("sparkline")) {
      return Frame.of(theme, 160, 40);
    }
    if (name.equals("interval")) {
      return Frame.of(theme, 160, 24);
    }
    Frame frame = Frame.of(theme, 560, 320);
    return name.startsWith("gauge") ? Frame.of(theme, 280, 220) : frame.withTitle();
  }
}
