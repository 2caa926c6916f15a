package city.chengmai.datasets.source.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CaseTextTest {

  private static final Pattern PHONE = Pattern.compile("1\\d{10}");
  private static final List<Event> REPORTS = History.OF_120_DAYS.reports;

  @Test
  void someCallersRepeatTheirInventedNumber() {
    assertThat(REPORTS)
        .filteredOn(report -> PHONE.matcher(description(report)).find())
        .hasSizeBetween(150, 700)
        .allMatch(report -> description(report).contains("154000"))
        .allMatch(report -> report.data().get("channel").asText().equals("hotline"));
  }

  @Test
  void nobodyElseIsNamed() {
    assertThat(REPORTS)
        .allMatch(
            report ->
                report.data().has("reporter")
                    == report.data().get("channel").asText().equals("hotline"));
  }

  @Test
  void everyPlaceholderIsFilled() {
    assertThat(REPORTS).noneMatch(report -> description(report).contains("{"));
  }

  private static String description(Event report) {
    return report.data().get("description").asText();
  }
}
