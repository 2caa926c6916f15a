package city.chengmai.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.CityQueries.FeedNameRow;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertSentenceTest {

  private static final CityModel CITY =
      new CityModel(
          null, List.of(), List.of(), List.of(new FeedNameRow("water", "水务局", "Water Bureau")));

  @Test
  void aFeedIsCalledByItsName() {
    assertThat(text(Language.CHINESE, "A08", "water")).startsWith("水务局");
    assertThat(text(Language.ENGLISH, "A08-late", "water")).contains("Water Bureau");
  }

  @Test
  void whatHasNoNameIsCalledByItsId() {
    assertThat(text(Language.CHINESE, "A08", "urn:unknown")).startsWith("urn:unknown");
    assertThat(text(Language.CHINESE, "A11-silent", "water")).contains("water");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRuleHasASentenceThatTellsOfItsPlaceholders(Language language) {
    for (AlertRule rule : AlertRules.bundled().rules()) {
      String text = text(language, rule.id(), "o'brien \\ {0} \"x\"");

      assertThat(Messages.of(language).has("alert." + rule.id()))
          .as(rule.id() + " in " + language)
          .isTrue();
      assertThat(text)
          .doesNotContain("{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}");
    }
  }

  @Test
  void anIndicatorIsCalledByItsName() {
    assertThat(text(Language.CHINESE, "A06", "S05")).contains("重复诉求率");
    assertThat(text(Language.ENGLISH, "A07", "M04")).contains("On-time closing rate");
  }

  @Test
  void namesWithMarksStandInSentencesAsTheyAre() {
    String odd = "o'brien \\ {0} \"x\"";

    for (String rule : List.of("A04", "A09", "A10", "A13", "A14")) {
      assertThat(text(Language.CHINESE, rule, odd)).contains(odd);
      assertThat(text(Language.ENGLISH, rule, odd)).contains(odd);
    }
  }

  @Test
  void aReadingKeepsItsDecimals_aCountHasNone() {
    assertThat(text(Language.ENGLISH, "A16", "d", 0.35)).contains("read 0.35 ");
    assertThat(text(Language.ENGLISH, "A02", "", 20)).contains(": 20 of");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsLateSinceTodayIsNotZeroDaysLate(Language language) {
    assertThat(text(language, "A14", "m", 0.2)).doesNotContain(" 0 ", "{");
    assertThat(text(language, "A14", "m", 3)).contains(" 3 ");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatCanBeSetForACityIsNotANumberInASentence(Language language) {
    assertThat(text(language, "A03", "")).doesNotContain("100", "seven", "七", "百米");
    assertThat(text(language, "A06", "S05")).doesNotContain("nine", "九");
    assertThat(text(language, "A07", "M04")).doesNotContain("tenth", "一成");
    assertThat(text(language, "A13", "e")).doesNotContain("30 days", "30日");
  }

  private static String text(Language language, String rule, String subject) {
    return text(language, rule, subject, 20);
  }

  private static String text(Language language, String rule, String subject, double observed) {
    Instant start = Instant.parse("2026-02-19T08:00:00Z");
    AlertRow alert =
        new AlertRow(
            "id", rule, "warning", "root", "", start, start, observed, null, null, 1, subject,
            "open", start, start, "id", "new", "", null, start, null, "", 1, Map.of(), 1);
    Figures figures = new Figures(language, ZoneId.of("Asia/Shanghai"));
    return new AlertSentence(CITY, figures).text(alert);
  }
}
