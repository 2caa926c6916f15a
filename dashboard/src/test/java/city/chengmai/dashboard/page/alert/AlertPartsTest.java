package city.chengmai.dashboard.page.alert;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.alert.ActionKind;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPartsTest {

  private static final Instant NOW = Instant.parse("2026-03-20T02:30:00Z");
  private static final Figures ENGLISH = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource({
    "-0.3, once in about 2 periods",
    "-2, once in about 100 periods",
    "-5.5, once in about 320\u00a0000 periods",
    "-13, less than once in 1\u00a0000\u00a0000\u00a0000\u00a0000 periods"
  })
  void aProbabilityIsToldAsHowSeldomItComes(double log10P, String text) {
    assertThat(Likelihood.text(log10P, ENGLISH)).isEqualTo(text);
  }

  @Test
  void aMissingProbabilityIsADash() {
    assertThat(Likelihood.text(null, ENGLISH)).isEqualTo(Figures.NONE);
  }

  @Test
  void whatAListCannotKnowCountsAsNotSaid() {
    AlertList.Wish wish =
        AlertList.Wish.of(
            Map.of(
                "view", "x", "severity", "loud", "standing", "gone", "page", "-3", "rule", "A&2"));
    assertThat(wish.search().view()).isEqualTo("open");
    assertThat(wish.search().severity()).isEmpty();
    assertThat(wish.search().standing()).isEmpty();
    assertThat(wish.page()).isEqualTo(1);
    assertThat(wish.address("all", 2)).isEqualTo("/alerts?view=all&rule=A%262&page=2");
  }

  @Test
  void aSnoozeEndsAfterItsHours() {
    ActionForm form = form("snooze", Map.of("hours", "8"));
    assertThat(form.action().orElseThrow().until()).contains(NOW.plus(Duration.ofHours(8)));
    assertThat(form("snooze", Map.of("hours", "745")).problem()).isEqualTo("alert.form.no-end");
    assertThat(form("snooze", Map.of("hours", "x")).problem()).isEqualTo("alert.form.no-end");
  }

  @Test
  void onlyWhatAKindNeedsIsKept() {
    ActionForm form =
        form("resolve", Map.of("assignee", "squad", "reason", "weather", "hours", "8"));
    assertThat(form.action().orElseThrow().kind()).isEqualTo(ActionKind.RESOLVE);
    assertThat(form.action().orElseThrow().assignee()).isEmpty();
    assertThat(form.action().orElseThrow().reason()).isEmpty();
    assertThat(form.action().orElseThrow().until()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(form("dance", Map.of()).problem()).isEqualTo("alert.form.broken");
    assertThat(form("resolve", Map.of("action_id", "'")).problem()).isEqualTo("alert.form.broken");
    assertThat(form("resolve", Map.of("actor", "  ")).problem()).isEqualTo("alert.form.no-actor");
    assertThat(form("assign", Map.of()).problem()).isEqualTo("alert.form.no-assignee");
    assertThat(form("false-alarm", Map.of("reason", "so")).problem())
        .isEqualTo("alert.form.no-reason");
    assertThat(form("comment", Map.of()).problem()).isEqualTo("alert.form.no-comment");
  }

  private static ActionForm form(String action, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>();
    fields.put("action", action);
    fields.put("action_id", "0b1c2d3e-0000");
    fields.put("actor", "duty officer");
    fields.putAll(more);
    return ActionForm.of(fields, NOW);
  }
}
