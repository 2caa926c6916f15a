package city.chengmai.datasets.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityOptions;
import city.chengmai.datasets.source.file.DataFiles;
import city.chengmai.testing.PackCity;
import city.chengmai.testing.SharedData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each pack of real data is read by its mapping alone; the counts were checked by other means. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
class PackTest {

  private static final int CHECKED = 20_000;

  private final List<String> violations = new ArrayList<>();

  @Test
  void bostonCsv() {
    ImportReport report = read("boston-311", "boston-311-2011.zip", boston());

    assertRows(report, 58_251, 0);
    assertThat(report.adjusted())
        .isEqualTo(
            Map.of(
                "ambiguous-time", 4L,
                "default-point", 4_775L,
                "due-before-opened", 3L,
                "not-located", 2_833L,
                "point-outside-area", 536L));
    assertThat(report.events())
        .isEqualTo(
            Map.of(
                "case.reported", 58_251L,
                "case.filed", 58_251L,
                "case.dispatched", 58_251L,
                "case.closed", 54_570L));
  }

  @Test
  void bostonOpen311() {
    ImportReport report = read("boston-open311", "boston-open311-dev.zip", boston());

    assertRows(report, 126_853, 2);
    assertThat(report.refused()).isEqualTo(Map.of("closed-before-opened", 2L));
    assertThat(report.events())
        .containsEntry("case.reported", 126_851L)
        .containsEntry("case.cancelled", 2_167L)
        .containsEntry("case.closed", 124_215L);
  }

  @Test
  void casesOfBothBostonSourcesAreCounted() {
    City city = boston();
    Mapping mapping = Mappings.load("boston-open311");
    MappedFiles csv = files("boston-311", "boston-311-2011.zip", city);
    MappedFiles open311 =
        new MappedFiles(
            mapping,
            DataFiles.of(List.of(SharedData.file("boston-open311-dev.zip")), "*-00?.json"),
            city.zone(),
            city.areas(),
            city.categories(),
            Optional.of(csv));
    ImportReport report = new ImportReport();
    try (MappedRows rows = open311.rows()) {
      rows.forEachRemaining(report::add);
    }

    assertThat(report.adjusted()).containsEntry("known-elsewhere", 1_327L);
  }

  @Test
  void budapest() {
    ImportReport report =
        read("budapest-jarokelo", "budapest-jarokelo-dev.zip", PackCity.budapest().city());

    assertRows(report, 22_040, 0);
    assertThat(report.adjusted())
        .isEqualTo(Map.of("point-outside-area", 509L, "closed-without-time", 3_939L));
    assertThat(report.events())
        .containsEntry("case.dispatched", 22_040L)
        .containsEntry("case.closed", 14_476L);
    // The day 2023-11-13 begins an hour before it does in UTC.
    assertThat(report.first()).contains(Instant.parse("2023-11-12T23:00:00Z"));
  }

  @Test
  void stuttgart() {
    ImportReport report =
        read("stuttgart-gelbe-karten", "stuttgart-gelbe-karten-dev.zip", PackCity.bare().city());

    assertRows(report, 28_912, 15_291);
    assertThat(report.refused()).isEqualTo(Map.of("repeated-id", 15_085L, "repeated-row", 206L));
    assertThat(report.events()).isEqualTo(Map.of("case.reported", 13_621L, "case.filed", 13_621L));
  }

  @Test
  void losAngeles() {
    ImportReport report = read("la-311", "la-311-dev.zip", PackCity.losAngeles().city());

    assertRows(report, 19_999, 0);
    assertThat(report.adjusted())
        .isEqualTo(
            Map.of(
                "closed-before-opened", 12L,
                "closed-without-time", 18L,
                "due-before-opened", 3_438L,
                "not-located", 21L,
                "point-outside-area", 156L,
                "unknown-area", 79L));
    assertThat(report.events())
        .isEqualTo(
            Map.of(
                "case.reported", 19_999L,
                "case.filed", 19_999L,
                "case.dispatched", 19_999L,
                "case.closed", 19_432L,
                "case.cancelled", 501L));
  }

  @Test
  void chineseMessages() {
    ImportReport report =
        read("cn-gov-messages", "cn-gov-messages-dev.zip", PackCity.bare().city());

    assertRows(report, 2_816, 0);
    assertThat(report.events()).containsEntry("case.closed", 2_816L);
    assertThat(report.adjusted())
        .isEqualTo(Map.of("no-category", 2_419L, "unknown-area", 2_514L, "not-located", 2_816L));
  }

  @Test
  void beijingAir() {
    ImportReport report = read("beijing-air", "beijing-air-dev.zip", PackCity.bare().city());

    assertThat(report.rows()).isEqualTo(210_384);
    assertThat(report.events()).isEqualTo(Map.of("device.telemetry", 2_272_767L));
    assertThat(report.adjusted()).isEqualTo(Map.of("no-value", 41_457L));
  }

  @Test
  void munichNoise() {
    ImportReport report = read("munich-noise", "munich-noise.zip", PackCity.bare().city());

    assertRows(report, 3_172, 131);
    assertThat(report.refused()).isEqualTo(Map.of("no-value", 131L));
    assertThat(report.events()).isEqualTo(Map.of("device.telemetry", 3_041L));
  }

  @Test
  void nab() {
    ImportReport report = read("nab", "nab-dev.zip", PackCity.bare().city());

    // Local times that occurred twice came without a word about it; the first reading stands.
    assertRows(report, 137_366, 26);
    assertThat(report.refused()).isEqualTo(Map.of("repeated-id", 15L, "repeated-row", 11L));
  }

  @Test
  void asManyTimesAsItIsReadAPackGivesTheSameEvents() {
    for (String pack : List.of("la-311", "stuttgart-gelbe-karten", "budapest-jarokelo")) {
      assertThat(identities(pack)).as(pack).hasSizeGreaterThan(10_000).isEqualTo(identities(pack));
    }
  }

  private static City boston() {
    return Cities.load("boston-311-2011", CityOptions.at(Instant.EPOCH));
  }

  private static void assertRows(ImportReport report, long rows, long refused) {
    assertThat(report.rows()).isEqualTo(rows);
    assertThat(report.rowsRefused()).isEqualTo(refused);
    assertThat(report.rowsMapped() + report.rowsAdjusted()).isEqualTo(rows - refused);
  }

  private static Set<String> identities(String pack) {
    Set<String> identities = new HashSet<>();
    try (MappedRows rows = files(pack, pack + "-dev.zip", PackCity.bare().city()).rows()) {
      while (rows.hasNext()) {
        for (Event event : rows.next().events()) {
          String identity = event.id() + " " + event.time() + " " + event.data();
          assertThat(identities.add(identity)).as(identity).isTrue();
        }
      }
    }
    return identities;
  }

  private static MappedFiles files(String mapping, String archive, City city) {
    Mapping described = Mappings.load(mapping);
    return new MappedFiles(
        described,
        DataFiles.of(List.of(SharedData.file(archive)), described.file().name()),
        city.zone(),
        city.areas(),
        city.categories());
  }

  private ImportReport read(String mapping, String archive, City city) {
    MappedFiles files = files(mapping, archive, city);
    files.requireColumns();
    EventSchemas schemas = new EventSchemas();
    ImportReport report = new ImportReport();
    long checked = 0;
    try (MappedRows rows = files.rows()) {
      while (rows.hasNext()) {
        MappedRow row = rows.next();
        report.add(row);
        for (Event event : row.events()) {
          if (checked++ < CHECKED) {
            violations.addAll(schemas.violations(event.type(), event.data()));
          }
        }
      }
      report.vanished(rows.vanished());
    }
    assertThat(violations).isEmpty();
    return report;
  }
}
