package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.calendar.CityClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityRecordTest {

  private static final InstantSource FIRST =
      InstantSource.fixed(Instant.parse("2026-11-21T18:00:00Z"));
  private static final InstantSource LATER =
      InstantSource.fixed(Instant.parse("2027-02-01T00:00:00Z"));

  @TempDir Path directory;

  @Test
  void whatWasWrittenIsRead() {
    CityRecord record =
        new CityRecord(
            "demo",
            Optional.of("system"),
            Optional.of(LocalDate.of(2026, 7, 25)),
            Optional.of(7L),
            60);
    record.write(directory.resolve("city.properties"));
    assertThat(CityRecord.read(directory.resolve("city.properties"))).contains(record);
  }

  @Test
  void aLaterStartGoesOnWithTheSameCity() {
    CityRecord first = new CityDecision(data(), FIRST).decide(options("demo", Optional.of(60.0)));
    // In Shanghai it is the 22nd already.
    assertThat(first.firstDay()).contains(LocalDate.of(2026, 11, 22).minusDays(120));
    assertThat(first.clock()).contains("from:2026-11-21T18:00:00Z@2026-11-21T18:00:00Zx60");
    assertThat(new CityDecision(data(), LATER).decide(options("demo", Optional.empty())))
        .isEqualTo(first);
  }

  @Test
  void aSlowCityHasAClockThatItsServicesCanRead() {
    String clock =
        new CityDecision(data(), FIRST)
            .decide(options("demo", Optional.of(0.0001)))
            .clock()
            .orElseThrow();
    assertThat(CityClock.parse(clock).speed()).isEqualTo(0.0001);
  }

  @Test
  void anotherCityInTheSameDirectoryIsRefused() {
    new CityDecision(data(), FIRST).decide(options("demo", Optional.empty()));
    assertThatThrownBy(
            () ->
                new CityDecision(data(), LATER)
                    .decide(options("boston-311-2011", Optional.empty())))
        .hasMessageContaining("holds city demo, asked for boston-311-2011");
  }

  @Test
  void aCityFromFilesHasNoSpeed() {
    assertThatThrownBy(
            () ->
                new CityDecision(data(), FIRST)
                    .decide(options("boston-311-2011", Optional.of(2.0))))
        .hasMessageContaining("neither seed nor speed");
  }

  private DataDirectory data() {
    return new DataDirectory(directory);
  }

  private LocalOptions options(String city, Optional<Double> speed) {
    return new LocalOptions(city, data(), new LocalPorts(7400), true, speed, Optional.empty());
  }
}
