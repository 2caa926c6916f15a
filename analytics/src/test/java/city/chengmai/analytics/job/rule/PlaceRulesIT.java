package city.chengmai.analytics.job.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules A19 and A20, of places on registers, on a real ClickHouse against plain Java. */
class PlaceRulesIT {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = RuleFixture.FIRST;
  private static final int DAYS = 60;
  private static final Instant START = FIRST.atStartOfDay(ZONE).toInstant();
  private static final Instant UNTIL = FIRST.plusDays(DAYS).atStartOfDay(ZONE).toInstant();
  private static final long WINDOW = 14L * 86_400_000;
  private static final long USUAL = 84L * 86_400_000;

  private static RuleFixture fixture;

  private final Random random = new Random(53);

  /** A place, as its base record tells of it. */
  private record Place(String id, String kind, String room, Instant from, Instant to) {

    boolean stands(Instant at) {
      return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
  }

  private record Count(String place, String id, Instant at, double value) {}

  private record Call(String id, String building, Instant at, String vehicle) {

    long millis() {
      return at.toEpochMilli();
    }
  }

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void clear() {
    fixture.clear();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void parkingInDisorderIsThatOfPlainJava() {
    Instant later = START.plus(20, ChronoUnit.DAYS);
    List<Place> places =
        List.of(
            new Place("park o'1", "bike-parking", "20", null, null),
            new Place("stud-2", "stud-point", "30", later, null),
            new Place("park-3", "bike-parking", "25", null, later),
            new Place("unknown-room", "bike-parking", "many", null, null),
            new Place("waste-1", "waste-point", "20", null, null));
    places.forEach(PlaceRulesIT::register);
    List<Count> counts = counts(places);
    List<String> expected = new ArrayList<>();
    places.stream()
        .filter(place -> List.of("park o'1", "stud-2", "park-3").contains(place.id()))
        .forEach(place -> expected.addAll(disorder(place, counts)));

    assertThat(lines("A19", START)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected)
        .hasSizeGreaterThan(30)
        .anyMatch(line -> line.contains("after park"))
        .anyMatch(line -> line.contains(" ; warning ; "))
        .anyMatch(line -> line.startsWith("stud-2"));
  }

  @Test
  void daysBeforeTheRunAreNotToldAgain() {
    register(new Place("p", "bike-parking", "10", null, null));
    for (int day : List.of(3, 5, 8)) {
      write(new Count("p", "c" + day, START.plus(day * 24L + 12, ChronoUnit.HOURS), 12));
    }

    assertThat(fixture.ask("A19", ZONE, START.plus(5, ChronoUnit.DAYS), UNTIL))
        .extracting(Finding::key, Finding::continues)
        .containsExactly(tuple("p|2025-03-06", "p|2025-03-04"), tuple("p|2025-03-09", ""));
  }

  /** One bike too many is no disorder, and the bound itself is none. */
  @Test
  void theBoundItselfIsStillOrder() {
    register(new Place("p", "stud-point", "20", null, null));
    write(new Count("p", "at-bound", START.plus(1, ChronoUnit.DAYS), 22));
    write(new Count("p", "above", START.plus(9, ChronoUnit.DAYS), 23));

    assertThat(fixture.ask("A19", ZONE, START, UNTIL))
        .extracting(finding -> finding.evidence().get(0))
        .containsExactly("above");
  }

  private List<Count> counts(List<Place> places) {
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Place place = places.get(random.nextInt(places.size()));
      Instant at = START.plusSeconds(random.nextInt(DAYS * 86_400));
      counts.add(new Count(place.id(), "c" + i, at, 14 + random.nextInt(24)));
    }
    counts.forEach(PlaceRulesIT::write);
    fixture.row(
        "observations",
        "device_id",
        "park-3",
        "kind",
        "bike-parking",
        "metric",
        "battery",
        "observed_at",
        START.plus(4, ChronoUnit.DAYS),
        "value",
        99,
        "source",
        "test",
        "id",
        "battery");
    return counts;
  }

  private static void register(Place place) {
    fixture.row(
        "registry",
        "record_id",
        place.id(),
        "record_kind",
        "facility",
        "grid",
        "g1",
        "attributes",
        Map.of("kind", place.kind(), "capacity", place.room()),
        "valid_from",
        place.from(),
        "valid_to",
        place.to());
  }

  private static void write(Count count) {
    fixture.row(
        "observations",
        "device_id",
        count.place(),
        "kind",
        "counter",
        "metric",
        "occupied",
        "observed_at",
        count.at(),
        "value",
        count.value(),
        "unit",
        "vehicle",
        "source",
        "test",
        "id",
        count.id());
  }

  private static List<String> disorder(Place place, List<Count> counts) {
    double room = Double.parseDouble(place.room());
    Map<LocalDate, List<Count>> days = new TreeMap<>();
    counts.stream()
        .filter(count -> count.place().equals(place.id()) && place.stands(count.at()))
        .filter(count -> count.value() > room * 1.1)
        .sorted(Comparator.comparing(Count::at))
        .forEach(
            count ->
                days.computeIfAbsent(
                        count.at().atZone(ZONE).toLocalDate(), day -> new ArrayList<>())
                    .add(count));
    List<String> lines = new ArrayList<>();
    LocalDate before = null;
    for (Map.Entry<LocalDate, List<Count>> day : days.entrySet()) {
      boolean goesOn = before != null && !before.isBefore(day.getKey().minusDays(2));
      double most = day.getValue().stream().mapToDouble(Count::value).max().orElseThrow();
      lines.add(
          new FindingLine(
                  place.id() + "|" + day.getKey(),
                  goesOn ? place.id() + "|" + before : "",
                  most > room * 1.3 ? "warning" : "notice",
                  "g1",
                  place.id(),
                  day.getKey().atStartOfDay(ZONE).toInstant(),
                  day.getKey().plusDays(1).atStartOfDay(ZONE).toInstant(),
                  day.getValue().get(0).at(),
                  null,
                  most,
                  null,
                  room,
                  day.getValue().stream().map(Count::id).toList(),
                  day.getValue().size())
              .text());
      before = day.getKey();
    }
    return lines;
  }

  @Test
  void callsAtABuildingAreThoseOfPlainJava() {
    building("house o'1", "40");
    building("house-2", "12");
    building("cottage", "11");
    building("unknown-homes", "some");
    fixture.row(
        "registry",
        "record_id",
        "shop",
        "grid",
        "g1",
        "attributes",
        Map.of("kind", "service-point", "homes", "90"));
    List<Call> calls = calls();
    List<String> expected = new ArrayList<>();
    for (String building : List.of("house o'1", "house-2")) {
      expected.addAll(signals(building, calls));
    }

    assertThat(lines("A20", Instant.EPOCH)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected)
        .hasSizeGreaterThan(10)
        .anyMatch(line -> line.contains("after house"))
        .anyMatch(line -> line.contains(" ; warning ; "))
        .anyMatch(line -> line.contains(" ; notice ; "));
  }

  private static void building(String id, String homes) {
    fixture.row(
        "registry",
        "record_id",
        id,
        "record_kind",
        "facility",
        "grid",
        "g2",
        "attributes",
        Map.of("kind", "residential-building", "homes", homes));
  }

  /** Few at first; then many at the first house, and a taxi and a visit that are none of them. */
  private List<Call> calls() {
    List<String> buildings = List.of("house o'1", "house-2", "cottage", "unknown-homes", "shop");
    List<String> vehicles = List.of("police", "ambulance", "moving-van", "taxi");
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean late = i % 4 == 0;
      String building = late ? buildings.get(0) : buildings.get(random.nextInt(5));
      Instant at =
          START
              .plus(late ? 40 : 0, ChronoUnit.DAYS)
              .plusSeconds(random.nextInt((late ? 15 : DAYS) * 86_400));
      Call call = new Call("v" + i, building, at, vehicles.get(random.nextInt(4)));
      calls.add(call);
      held(call, "vehicle-call");
    }
    for (int hour = 1; hour <= 4; hour++) {
      Call call = new Call("n" + hour, "house-2", START.plus(hour, ChronoUnit.HOURS), "police");
      calls.add(call);
      held(call, "vehicle-call");
    }
    held(new Call("w1", "house-2", START.plus(3, ChronoUnit.DAYS), "police"), "joint-action");
    return calls;
  }

  private static void held(Call call, String kind) {
    fixture.row(
        "services",
        "service_id",
        call.id(),
        "kind",
        kind,
        "target_id",
        call.building(),
        "grid",
        "g9",
        "attributes",
        Map.of("vehicle", call.vehicle()),
        "held_at",
        call.at());
  }

  private static List<String> signals(String building, List<Call> all) {
    List<Call> calls =
        all.stream()
            .filter(call -> call.building().equals(building) && !call.vehicle().equals("taxi"))
            .sorted(Comparator.comparing(Call::at).thenComparing(Call::id))
            .toList();
    List<String> lines = new ArrayList<>();
    Call previous = null;
    for (int i = 0; i < calls.size(); i++) {
      Call last = calls.get(i);
      List<Call> recent =
          calls.subList(0, i + 1).stream()
              .filter(call -> call.millis() > last.millis() - WINDOW)
              .toList();
      double usual = usual(calls, last);
      if (recent.size() >= 4 && recent.size() >= 4 * usual) {
        boolean goesOn = previous != null && previous.millis() > last.millis() - WINDOW;
        lines.add(line(building, recent, last, goesOn ? previous.id() : "", usual));
        previous = last;
      }
    }
    return lines;
  }

  private static double usual(List<Call> calls, Call last) {
    long end = last.millis() - WINDOW;
    long before =
        calls.stream().filter(call -> call.millis() <= end && call.millis() > end - USUAL).count();
    double stretches = Math.max(1, Math.min(USUAL, end - START.toEpochMilli()) / (double) WINDOW);
    return before / stretches;
  }

  private static String line(
      String building, List<Call> recent, Call last, String previous, double usual) {
    long kinds = recent.stream().map(Call::vehicle).distinct().count();
    return new FindingLine(
            building + "|" + last.id(),
            previous.isEmpty() ? "" : building + "|" + previous,
            kinds >= 3 ? "warning" : "notice",
            "g2",
            building,
            recent.get(0).at(),
            last.at(),
            last.at(),
            recent.get(recent.size() - 4).at().plusMillis(WINDOW),
            recent.size(),
            usual,
            4.0,
            recent.stream().map(Call::id).sorted().toList(),
            recent.size())
        .text();
  }

  private static List<String> lines(String rule, Instant since) {
    return fixture.ask(rule, ZONE, since, UNTIL).stream().map(RuleFixture::line).toList();
  }
}
