package city.chengmai.dashboard.notify;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.http.CityFacts;
import city.chengmai.dashboard.notify.Delivery.State;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageWriterTest {

  private static final Instant START = Instant.parse("2026-03-20T02:00:00Z");
  private static final CityModel CITY =
      new CityModel(
          new CityFacts("样城", "Sample", ZoneId.of("Asia/Shanghai"), Optional.empty()),
          List.of(new AreaRow("g1", "", "grid", "", 0, "一号网格", "Grid One", "", 0, 0, 0, "")),
          List.of(),
          List.of());

  @Test
  void aFinishedCaseIsNotToldByThoseThatAreOpen() {
    Message message = write(Occasion.CLEARED, List.of("A01|g1"), List.of(alert("A01|g1", "A01")));
    assertThat(message.subjectEn()).isEqualTo("Sample: over, an overdue case in Grid One");
    assertThat(message.subjectZh()).contains("一号网格").contains("解除");
    assertThat(message.textEn())
        .startsWith("Grid One: a case that was overdue is not open any more")
        .endsWith("https://pages.example/alert/A01%7Cg1")
        .doesNotContain("case-7");
    assertThat(message.alerts()).isEmpty();
  }

  @Test
  void aFinishedCaseIsTold_whenNoneOfItsGridIsOpenAnyMore() {
    Message message = write(Occasion.CLEARED, List.of("A01|g1"), List.of());
    assertThat(message.subjectEn()).isEqualTo("Sample: over, an overdue case in Grid One");
  }

  @Test
  void aDigestOfOneAlertIsNotCalledSeveralAlerts() {
    Message message = write(Occasion.DIGEST, List.of("a"), List.of(alert("a", "A02")));
    assertThat(message.subjectEn()).isEqualTo("Sample: several messages about one alert");
    assertThat(message.subjectZh()).doesNotContain("notify.");
    assertThat(message.textEn()).contains("https://pages.example/alert/a");
  }

  @Test
  void anAlertThatIsNotThereIsNotCounted() {
    Message message = write(Occasion.RAISED, List.of("a"), List.of());
    assertThat(message.subjectEn()).isEqualTo("Sample: an alert that is no longer listed");
    assertThat(message.textEn()).isEqualTo("no longer listed: 1");
  }

  @Test
  void aDigestSaysHowManyAreNotThereAnyMore() {
    Message message = write(Occasion.DIGEST, List.of("a", "b"), List.of(alert("a", "A02")));
    assertThat(message.subjectEn()).isEqualTo("Sample: 2 alerts together");
    assertThat(message.textEn()).endsWith("\n\nno longer listed: 1");
  }

  private static Message write(Occasion occasion, List<String> pages, List<AlertRow> alerts) {
    Delivery delivery =
        new Delivery(
            "id",
            "desk",
            "webhook",
            occasion,
            pages,
            1,
            State.WAITING,
            "",
            Optional.empty(),
            START,
            Optional.empty());
    return new MessageWriter(CITY, "https://pages.example").write(delivery, alerts, Map.of());
  }

  private static AlertRow alert(String key, String rule) {
    return new AlertRow(
        key, rule, "warning", "g1", "", START, START, 20, null, null, 1, "case-7", "open", START,
        START, key, "new", "", null, START, null, "", 1, Map.of(), 1);
  }
}
