package city.chengmai.analytics.job.rule;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.job.rule.NightOracle.Place;
import city.chengmai.analytics.job.rule.NightOracle.Sound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule A04 on a real ClickHouse, against plain Java, in zones with and without summer time. */
class NightRuleIT {

  private static final String ODD = "site 'o\\brien\"";
  private static final LocalTime SIX = LocalTime.of(6, 0);
  private static final LocalTime TEN = LocalTime.of(22, 0);
  private static final Map<String, Place> SITES =
      Map.of(
          "site-1",
          new Place("g1", LocalTime.of(7, 30), LocalTime.of(20, 0)),
          ODD,
          new Place("g2", SIX, TEN),
          "unknown",
          new Place("g3", SIX, TEN),
          "meter-4",
          new Place("g4", SIX, TEN));

  private static RuleFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void describe() {
    fixture.clear();
    fixture.row(
        "registry",
        "record_id",
        "site-1",
        "record_kind",
        "site",
        "grid",
        "g1",
        "attributes",
        Map.of("permittedHours", "07:30-20:00"));
    fixture.row(
        "registry",
        "record_id",
        ODD,
        "record_kind",
        "site",
        "grid",
        "g2",
        "attributes",
        Map.of("overlayGrid", "o2"));
    fixture.row(
        "registry",
        "record_id",
        "meter-1",
        "record_kind",
        "device",
        "attributes",
        Map.of("siteId", "site-1"));
    fixture.row(
        "registry",
        "record_id",
        "meter-2",
        "record_kind",
        "device",
        "attributes",
        Map.of("siteId", ODD));
    fixture.row(
        "registry", "record_id", "meter-4", "record_kind", "device", "attributes", Map.of());
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, Asia/Shanghai, 2025-05-01",
    "2, America/New_York, 2025-03-05",
    "3, America/New_York, 2025-10-29",
    "4, Europe/Berlin, 2025-03-26"
  })
  void nightsAreThoseOfPlainJava(long seed, ZoneId zone, LocalDate first) {
    List<Sound> sounds = sounds(seed, zone, first);
    for (int i = 0; i < sounds.size(); i++) {
      write(sounds.get(i), i % 2 == 0);
    }
    Instant since = first.minusDays(3).atStartOfDay(zone).toInstant();
    Instant until = since.plus(40, ChronoUnit.DAYS);
    List<String> expected = new NightOracle(SITES, zone).lines(sounds);

    assertThat(fixture.ask("A04", zone, since, until).stream().map(RuleFixture::line))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(12).anyMatch(line -> line.contains("after site"));
  }

  @Test
  void tenSharpIsOutsideAndSixSharpIsNot() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    LocalDate day = LocalDate.of(2025, 5, 1);
    Map<String, LocalDateTime> moments =
        Map.of(
            "before-ten", day.atTime(TEN).minusNanos(1_000_000),
            "ten", day.plusDays(2).atTime(TEN),
            "before-six", day.plusDays(5).atTime(SIX).minusNanos(1_000_000),
            "six", day.plusDays(7).atTime(SIX));
    moments.forEach(
        (id, at) -> write(new Sound(id, "unknown", at.atZone(zone).toInstant(), null), true));

    assertThat(
            fixture.ask(
                "A04",
                zone,
                Instant.EPOCH.plus(9_000, ChronoUnit.DAYS),
                Instant.parse("2025-06-01T00:00:00Z")))
        .extracting(finding -> finding.evidence().get(0))
        .containsExactlyInAnyOrder("ten", "before-six");
  }

  /** Many at the ends of the permitted hours, in the nights when the clocks change too. */
  private static List<Sound> sounds(long seed, ZoneId zone, LocalDate first) {
    Random random = new Random(seed);
    List<String> ids = List.of("site-1", ODD, "unknown", "meter-4");
    List<Sound> sounds = new ArrayList<>();
    for (int i = 0; i < 220; i++) {
      String site = ids.get(random.nextInt(4));
      LocalDateTime at =
          first.plusDays(random.nextInt(25)).atTime(random.nextInt(24), random.nextInt(60));
      if (random.nextInt(4) == 0) {
        at =
            at.toLocalDate()
                .atTime(random.nextBoolean() ? SITES.get(site).opens() : SITES.get(site).closes());
        at = random.nextBoolean() ? at : at.minusNanos(1_000_000);
      }
      boolean reading =
          site.equals("meter-4") || (!site.equals("unknown") && random.nextInt(3) > 0);
      Double level =
          reading ? List.of(54.9, 55.0, 55.1, 69.0, 70.0, 70.1).get(random.nextInt(6)) : null;
      sounds.add(new Sound("s" + i, site, at.atZone(zone).toInstant(), level));
    }
    return sounds;
  }

  private static void write(Sound sound, boolean asComplaint) {
    String grid = SITES.get(sound.site()).grid();
    if (sound.level() != null) {
      String device =
          Map.of("site-1", "meter-1", ODD, "meter-2", "meter-4", "meter-4").get(sound.site());
      fixture.row(
          "observations",
          "device_id",
          device,
          "kind",
          "noise-meter",
          "metric",
          "sound-level",
          "grid",
          grid,
          "observed_at",
          sound.at(),
          "value",
          sound.level(),
          "unit",
          "dB(A)",
          "source",
          "test",
          "id",
          sound.id(),
          "recorded_at",
          sound.at());
    } else if (asComplaint) {
      fixture.row(
          "site_complaints",
          "complaint_id",
          sound.id(),
          "site_id",
          sound.site(),
          "category",
          "construction/site-noise",
          "grid",
          grid,
          "received_at",
          sound.at().plusSeconds(3_600),
          "heard_at",
          sound.at(),
          "case_id",
          "twin-" + sound.id());
      // The case behind a complaint is not a second one.
      writeCase("twin-" + sound.id(), sound, grid);
    } else {
      writeCase(sound.id(), sound, grid);
    }
  }

  private static void writeCase(String id, Sound sound, String grid) {
    fixture.row(
        "cases",
        "case_id",
        id,
        "site_id",
        sound.site(),
        "category",
        "construction/site-noise",
        "grid",
        grid,
        "reported_at",
        sound.at());
  }
}
