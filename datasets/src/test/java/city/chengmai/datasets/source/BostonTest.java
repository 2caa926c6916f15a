package city.chengmai.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.calendar.UsFederalHolidays;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled city, whole: the figures are those of the published file. */
class BostonTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static City city;
  private static List<FeedRecord> records;

  @BeforeAll
  static void readTheWholeFeed() {
    city = Cities.load("boston-311-2011", CityOptions.at(Instant.parse("2020-01-01T05:00:00Z")));
    records = new ArrayList<>();
    city.feed().from(0).forEachRemaining(records::add);
  }

  @Test
  void describesTheCity() {
    assertThat(city.name()).isEqualTo("boston-311-2011");
    assertThat(city.zone()).isEqualTo(ZONE);
    assertThat(city.holidays()).isInstanceOf(UsFederalHolidays.class);
    assertThat(city.clock()).isEqualTo("fixed:2020-01-01T05:00:00Z");
    assertThat(city.firstDay()).isEqualTo(LocalDate.of(2011, 7, 1));
    assertThat(city.lastDay()).contains(LocalDate.of(2012, 1, 1));
    assertThat(city.categories()).hasSize(7 + 38 + 141);
  }

  @Test
  void everyRowIsReadAndNoneRefused() {
    assertThat(records).hasSize(58_251);
    assertThat(city.feed().records()).isEqualTo(58_251);
    assertThat(records.get(records.size() - 1).position()).isEqualTo(58_251);
    assertThat(notes())
        .isEqualTo(
            Map.of(
                "default-point", 4_775L,
                "not-located", 2_833L,
                "ambiguous-time", 4L,
                "due-before-opened", 3L,
                "point-outside-area", 536L));
  }

  @Test
  void openingsClosingsAndDeadlinesAreThoseOfTheFile() {
    assertThat(count(EventType.CASE_REPORTED)).isEqualTo(58_251);
    assertThat(count(EventType.CASE_FILED)).isEqualTo(58_251);
    assertThat(count(EventType.CASE_CLOSED)).isEqualTo(54_570);
    assertThat(records.stream().filter(record -> closed(record).isEmpty())).hasSize(3_681);
    assertThat(records.stream().filter(record -> due(record).isPresent())).hasSize(47_270);
    assertThat(records.stream().filter(BostonTest::closedInTime)).hasSize(35_591);
  }

  @Test
  void theHurricaneIsThere() {
    LocalDate hurricane = LocalDate.of(2011, 8, 28);

    assertThat(records)
        .filteredOn(record -> report(record).time().atZone(ZONE).toLocalDate().equals(hurricane))
        .filteredOn(
            record ->
                text(record, "category")
                    .equals("parks-recreation-department/trees/tree-emergencies"))
        .hasSize(752);
  }

  @Test
  void bothSpellingsOfAWardAreOneArea() {
    Map<String, Long> byWard =
        records.stream()
            .map(record -> text(record, "areaId"))
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));

    assertThat(byWard)
        .hasSize(23)
        .containsEntry("", 2_867L)
        .containsEntry("ward-01", 2_764L)
        .containsEntry("ward-03", 3_568L)
        .containsEntry("ward-08", 1_222L)
        .containsEntry("ward-18", 5_573L)
        .containsEntry("ward-20", 5_001L)
        .containsEntry("ward-22", 2_534L);
  }

  @Test
  void everyCategoryIsInTheTree() {
    List<String> known = city.categories().stream().map(Category::id).toList();

    assertThat(records.stream().map(record -> text(record, "category")).distinct())
        .hasSize(141)
        .isSubsetOf(known);
    assertThat(city.categories())
        .allSatisfy(category -> assertThat(category.nameZh()).matches(".*\\p{IsHan}.*"));
  }

  @Test
  void everyEventFitsItsSchema() {
    EventSchemas schemas = new EventSchemas();

    assertThat(
            records.stream()
                .flatMap(record -> record.events().stream())
                .flatMap(event -> schemas.violations(event.type(), event.data()).stream()))
        .isEmpty();
  }

  @Test
  void eventsOfACaseAreInOrderAndNamedAfterIt() {
    FeedRecord first = records.get(0);

    assertThat(first.events())
        .extracting(Event::id)
        .containsExactly(
            "101000295613/reported",
            "101000295613/accepted",
            "101000295613/filed",
            "101000295613/closed");
    assertThat(first.events())
        .allSatisfy(
            event -> {
              assertThat(event.source()).isEqualTo("urn:chengmai:feed:boston-311-2011");
              assertThat(event.subject()).isEqualTo("boston-311-2011-101000295613");
            });
    assertThat(records)
        .allSatisfy(
            record ->
                assertThat(record.events()).isSortedAccordingTo(Comparator.comparing(Event::time)));
    assertThat(due(first)).contains(Instant.parse("2011-07-15T05:32:32Z"));
    assertThat(closed(first)).contains(Instant.parse("2011-07-01T09:06:58Z"));
  }

  @Test
  void theFeedGoesOnWhereItStopped() {
    Iterator<FeedRecord> rest = city.feed().from(58_000);
    List<FeedRecord> read = new ArrayList<>();
    rest.forEachRemaining(read::add);

    assertThat(read).isEqualTo(records.subList(58_000, 58_251));
    assertThat(city.feed().from(58_251).hasNext()).isFalse();
    assertThat(city.feed().from(60_000).hasNext()).isFalse();
  }

  @Test
  void theWardsCoverTheCityWithoutOverlap() {
    List<Area> wards = city.areas().baseGrids();

    assertThat(wards).hasSize(22);
    assertThat(city.areas().overlayGrids()).isEmpty();
    assertThat(wards).allSatisfy(ward -> assertThat(ward.boundary().isValid()).isTrue());
    assertThat(wards)
        .allSatisfy(ward -> assertThat(ward.boundary().getNumPoints()).isBetween(15, 110));
    double apart = wards.stream().mapToDouble(Area::squareKilometres).sum();
    assertThat(city.areas().root().squareKilometres()).isBetween(apart * 0.9999, apart * 1.0001);
    assertThat(wards.get(0).nameZh()).isEqualTo("1 选区");
    assertThat(wards.get(0).nameEn()).isEqualTo("Ward 1");
    // The city's survey says 12.21 square kilometres for ward 1 and 19.18 for ward 18.
    assertThat(wards.get(0).squareKilometres()).isBetween(12.1, 12.3);
    assertThat(wards.get(17).squareKilometres()).isBetween(19.0, 19.3);
  }

  private static Map<String, Long> notes() {
    Map<String, Long> notes = new HashMap<>();
    records.forEach(record -> record.notes().forEach(note -> notes.merge(note, 1L, Long::sum)));
    return notes;
  }

  private static long count(EventType type) {
    return records.stream()
        .flatMap(record -> record.events().stream())
        .filter(event -> event.type() == type)
        .count();
  }

  private static boolean closedInTime(FeedRecord record) {
    return due(record)
        .flatMap(due -> closed(record).map(closed -> !closed.isAfter(due)))
        .orElse(false);
  }

  private static Event report(FeedRecord record) {
    return record.events().get(0);
  }

  private static String text(FeedRecord record, String key) {
    return report(record).data().path(key).asText("");
  }

  private static Optional<Instant> due(FeedRecord record) {
    return find(record, EventType.CASE_FILED)
        .map(event -> event.data().path("dueAt").asText(""))
        .filter(due -> !due.isEmpty())
        .map(Instant::parse);
  }

  private static Optional<Instant> closed(FeedRecord record) {
    return find(record, EventType.CASE_CLOSED).map(Event::time);
  }

  private static Optional<Event> find(FeedRecord record, EventType type) {
    return record.events().stream().filter(event -> event.type() == type).findFirst();
  }
}
