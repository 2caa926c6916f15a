package city.chengmai.dashboard.notify;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.notify.Situation.Episode;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.NotifyQueries.FindingTimeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SituationReaderTest {

  private static final Instant START = Instant.parse("2026-03-20T02:00:00Z");
  private static final CityModel CITY = new CityModel(null, List.of(), List.of(), List.of());

  @Test
  void whatIsFoundAfterPeopleResolvedItIsAnEpisodeOfItsOwn() {
    Situation alert =
        SituationReader.situation(
            CITY,
            List.of(
                row("warning", hours(0), hours(30), hours(20)),
                row("warning", hours(24), null, hours(20))));
    assertThat(alert.episodes())
        .containsExactly(
            new Episode(hours(0), Optional.of(hours(20))),
            new Episode(hours(24), Optional.empty()));
  }

  @Test
  void resolvingAloneEndsNothing() {
    Situation alert =
        SituationReader.situation(CITY, List.of(row("warning", hours(0), null, hours(20))));
    assertThat(alert.episodes()).containsExactly(new Episode(hours(0), Optional.empty()));
  }

  @Test
  void itIsWorseSinceTheFirstFindingOfThisSeverityInTheLatestEpisode() {
    Situation alert =
        SituationReader.situation(
            CITY,
            List.of(
                row("alarm", hours(0), hours(1), null),
                row("notice", hours(10), hours(30), null),
                row("alarm", hours(20), hours(40), null),
                row("alarm", hours(30), null, null)));
    assertThat(alert.severity()).isEqualTo("alarm");
    assertThat(alert.worseSince()).isEqualTo(hours(20));
  }

  private static FindingTimeRow row(
      String severity, Instant raised, Instant ended, Instant resolved) {
    return new FindingTimeRow(
        "a", "a", "A02", severity, "", List.of(), "", raised, ended, "new", resolved);
  }

  private static Instant hours(int hours) {
    return START.plus(Duration.ofHours(hours));
  }
}
