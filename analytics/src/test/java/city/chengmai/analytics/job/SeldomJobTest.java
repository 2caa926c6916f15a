package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeldomJobTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private final List<DaySpan> ran = new ArrayList<>();

  private final Job job =
      new SeldomJob(
          new Job() {
            @Override
            public String name() {
              return "job";
            }

            @Override
            public boolean standsAlone() {
              return true;
            }

            @Override
            public String remark() {
              return "told";
            }

            @Override
            public long run(RunContext run) {
              ran.add(run.days());
              return 1;
            }
          },
          Duration.ofMinutes(10));

  private long run(int minute, int fromDay) {
    Instant at = Instant.EPOCH.plus(Duration.ofMinutes(minute));
    return job.run(
        new RunContext(
            null,
            null,
            null,
            null,
            new DaySpan(DAY.plusDays(fromDay), DAY.plusDays(9)),
            new Stamp(at, at, at.toEpochMilli()),
            null));
  }

  @Test
  void itIsTheJobThatItHolds() {
    assertThat(job.name()).isEqualTo("job");
    assertThat(job.standsAlone()).isTrue();
    assertThat(job.remark()).isEqualTo("told");
    assertThat(job.derived()).isFalse();
  }

  @Test
  void whatWasAskedForInBetweenIsDoneWithTheNextRun() {
    assertThat(run(0, 0)).isEqualTo(1);
    assertThat(run(3, 4)).isZero();
    assertThat(run(9, 6)).isZero();
    assertThat(run(12, 7)).isEqualTo(1);
    assertThat(run(25, 8)).isEqualTo(1);
    assertThat(ran)
        .extracting(DaySpan::from)
        .containsExactly(DAY, DAY.plusDays(4), DAY.plusDays(8));
  }
}
