package city.chengmai.dashboard.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseFontTest {
  private static final String BUNDLE = "/city/chengmai/dashboard/i18n/messages%s.properties";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "城脉 网格画像 按时结案率 数据不足 街面通 自治通 企服通 12345 热线",
        "▲●○▨■□◆ →←↑↓ ①② “”‘’—…·、。，；：？！（）《》【】％℃±×÷≤≥≈",
        "Charts in English, 0123456789 \u00A0 – é ü ñ"
      })
  void textsOfThePagesHaveGlyphs(String text) {
    assertThat(HouseFont.shipped().canShow(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_zh_CN", "_en"})
  void everyMessageHasGlyphs(String language) throws IOException {
    Properties messages = new Properties();
    try (InputStream in = getClass().getResourceAsStream(BUNDLE.formatted(language))) {
      if (in != null) {
        messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }
    assertThat(messages.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(HouseFont.shipped().canShow(messages.getProperty(key).strip()))
                    .as("%s = %s", key, messages.getProperty(key))
                    .isTrue());
  }

  @Test
  void radicalsAreLeftOutSoThatPdfTextStaysSearchable() {
    assertThat(HouseFont.shipped().canShow("\u2F79")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(FontWeight.class)
  void filesAreSmallEnoughForTheWeb(FontWeight weight) throws IOException {
    try (InputStream file = HouseFont.file(weight)) {
      assertThat(file.readAllBytes()).hasSizeBetween(500_000, 3_500_000);
    }
  }

  @Test
  void theLicenceShipsBesideTheFont() throws IOException {
    try (InputStream licence = HouseFont.class.getResourceAsStream("OFL.txt")) {
      assertThat(licence).isNotNull();
      assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
          .contains("SIL OPEN FONT LICENSE");
    }
  }
}
