package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.job.AlertJobs;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.source.demo.DemoOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One demo city through all alert rules: what is hidden is found, and little else is told. */
class DemoTruthIT {

  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
  private static final double FOUND = 0.9;
  private static final double FALSE_OF_THOUSAND = 1;

  @Test
  void nineInTenIncidentsAreFoundWithHardlyAFalseAlert() {
    try (EngineFixture engine = new EngineFixture()) {
      DemoTruthStudy.Result result = DemoTruthStudy.of(engine, 2_026, FIRST);
      double found =
          result.outcomes().stream().filter(one -> one.found().isPresent()).count()
              / (double) result.outcomes().size();
      assertThat(found).as("found of %s", result.outcomes()).isGreaterThanOrEqualTo(FOUND);
      assertThat(1000 * result.wrong().size() / result.seriesDays())
          .as("false alerts of 1,000 series and days: %s", result.wrong())
          .isLessThanOrEqualTo(FALSE_OF_THOUSAND);
      runsOfFewDaysLeaveWhatOneRunLeft(engine);
    }
  }

  private static void runsOfFewDaysLeaveWhatOneRunLeft(EngineFixture engine) {
    try (ClickHouseClient client = engine.store().client()) {
      List<String> batch = alerts(client);
      client.execute("TRUNCATE TABLE alerts");
      AlertJobs.run(
          engine,
          HolidayCalendars.named("china"),
          FIRST.plusDays(DemoTruthStudy.DAYS).atStartOfDay(DemoOptions.ZONE).toInstant(),
          DemoTruthStudy.DAYS,
          Stream.of(0, 72, 73, 95, 118).map(FIRST::plusDays).toList());
      assertThat(alerts(client)).isEqualTo(batch);
    }
  }

  private static List<String> alerts(ClickHouseClient client) {
    return client
        .rows(
            "SELECT * EXCEPT (version, data_as_of, evidence) FROM alerts FINAL"
                + " WHERE NOT mapContains(details, 'taken-back') ORDER BY alert_id")
        .stream()
        .map(Object::toString)
        .toList();
  }
}
