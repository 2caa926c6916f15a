package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.spark.Store;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.testing.SharedData;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole run over half a year of Boston: 58,000 cases, 22 wards, 184 days. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
class BostonRunIT {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static EngineFixture engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void compute() throws IOException {
    engine = new EngineFixture();
    client = engine.store().client();
    describe(engine.store());
    TableWriter.write(engine.store(), "cases", cases().iterator());
    run(engine);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @Test
  void hurricaneIsAmongTheTenStrongestStoredAlerts() {
    List<ObjectNode> strongest =
        client.rows(
            "SELECT area_id, category, toString(toDate(toTimeZone(period_start, '"
                + ZONE
                + "'))) AS day, observed, evidence_total, length(evidence) AS cases"
                + " FROM alerts FINAL WHERE rule = 'A02' ORDER BY log10_p LIMIT 10");
    assertThat(strongest)
        .anySatisfy(
            alert -> {
              assertThat(alert.get("area_id").asText()).isEqualTo("boston");
              assertThat(alert.get("category").asText()).isEqualTo("Tree Emergencies");
              assertThat(alert.get("day").asText()).isEqualTo("2011-08-28");
              assertThat(alert.get("observed").asInt()).isEqualTo(752);
              assertThat(alert.get("cases").asInt()).isEqualTo(50);
            });
  }

  @Test
  void closingOnTimeAndOverdueOfEachWardAndMonthAreThoseOfTheFile() throws IOException {
    List<Request> requests = requests();
    List<ObjectNode> rows =
        client.rows(
            "SELECT * FROM indicator_periods FINAL WHERE period = 'month'"
                + " AND indicator IN ('M03', 'M04', 'O04')");
    assertThat(rows).hasSize(3 * 23 * 6);
    for (ObjectNode row : rows) {
      LocalDate month = LocalDate.parse(row.get("period_start").asText());
      Instant from = month.atStartOfDay(ZONE).toInstant();
      Instant to = month.plusMonths(1).atStartOfDay(ZONE).toInstant();
      Rate expected =
          requests.stream()
              .filter(request -> request.in(row.get("area_id").asText()))
              .map(request -> request.rate(row.get("indicator").asText(), from, to))
              .reduce(Rate.NOTHING, Rate::plus);
      assertThat(List.of(row.get("numerator").asDouble(), row.get("denominator").asDouble()))
          .as(row.toString())
          .containsExactly(expected.numerator(), expected.denominator());
    }
  }

  @Test
  void everyWardHasAGrade() {
    assertThat(
            client.scalar(
                "SELECT count() FROM portraits FINAL WHERE dimension = 'overall' AND day ="
                    + " '2011-12-31' AND area_id LIKE 'ward-%' AND isNotNull(score)"))
        .isEqualTo("22");
  }

  /** A line of the file; null moments have not happened. */
  private record Request(String area, Instant opened, Instant target, Instant closed) {

    boolean in(String asked) {
      return !area.isEmpty() && (asked.equals("boston") || asked.equals(area));
    }

    Rate rate(String indicator, Instant from, Instant to) {
      if (indicator.equals("O04")) {
        boolean open = opened.isBefore(to) && (closed == null || !closed.isBefore(to));
        return pair(open, target != null && target.isBefore(to));
      }
      boolean should = within(closed, from, to) || within(target, from, to);
      boolean done = closed != null && closed.isBefore(to);
      return indicator.equals("M03")
          ? pair(should, done)
          : pair(should && target != null, done && target != null && !closed.isAfter(target));
    }

    private static Rate pair(boolean counted, boolean reached) {
      return counted ? new Rate(reached ? 1 : 0, 1) : Rate.NOTHING;
    }

    private static boolean within(Instant moment, Instant from, Instant to) {
      return moment != null && !moment.isBefore(from) && moment.isBefore(to);
    }
  }

  private static List<Request> requests() throws IOException {
    List<Request> requests = new ArrayList<>();
    for (CSVRecord row : file()) {
      requests.add(
          new Request(
              ward(row),
              instant(row.get("open_dt")),
              instant(row.get("target_dt")),
              instant(row.get("closed_dt"))));
    }
    return requests;
  }

  private static void run(EngineFixture engine) {
    StringBuilder told = new StringBuilder();
    InstantSource clock = InstantSource.system();
    new AnalyticsRun(
            engine.spark(),
            engine.store(),
            4,
            city -> HolidayCalendars.named("us-federal"),
            CityTime.fixed(CityClock.parse("fixed:2020-01-01T05:00:00Z")),
            clock)
        .run(
            Optional.empty(),
            (done, total, message) ->
                told.append(clock.instant()).append(' ').append(message).append('\n'));
    // How long each job took, for whoever reads the report of the test.
    System.getLogger("boston").log(System.Logger.Level.INFO, told.toString());
  }

  private static void describe(Store store) {
    List<StoredRow> areas = new ArrayList<>();
    areas.add(area("boston", "", "city", ""));
    for (int ward = 1; ward <= 22; ward++) {
      areas.add(area("ward-" + ward, "boston", "grid", "general"));
    }
    TableWriter.write(store, "areas", areas.iterator());
    StoredRow city =
        SmallCity.row(
            "city",
            "boston",
            "name_zh",
            "波士顿",
            "name_en",
            "Boston",
            "zone",
            ZONE.getId(),
            "clock",
            "system",
            "first_day",
            "2011-07-01",
            "last_day",
            "2012-01-01",
            "version",
            1);
    TableWriter.write(store, "cities", List.of(city).iterator());
  }

  private static StoredRow area(String id, String parent, String level, String type) {
    return SmallCity.row(
        "area_id",
        id,
        "parent_id",
        parent,
        "level",
        level,
        "grid_type",
        type,
        "overlay",
        0,
        "name_zh",
        id,
        "name_en",
        id,
        "square_kilometres",
        5.5,
        "valid_from",
        "2011-01-01",
        "version",
        1);
  }

  private static List<StoredRow> cases() throws IOException {
    List<StoredRow> rows = new ArrayList<>();
    for (CSVRecord row : file()) {
      String opened = moment(row.get("open_dt"));
      rows.add(
          SmallCity.row(
              "case_id",
              row.get("case_enquiry_id"),
              "source",
              "boston",
              "category",
              row.get("type"),
              "kind",
              "event",
              "grid",
              ward(row),
              "stage",
              "filed",
              "reported_at",
              opened,
              "filed_at",
              opened,
              "due_at",
              moment(row.get("target_dt")),
              "closed_at",
              moment(row.get("closed_dt")),
              "updated_at",
              opened,
              "recorded_at",
              opened,
              "version",
              1));
    }
    return rows;
  }

  private static CSVParser file() throws IOException {
    String text = SharedData.text("boston-311-2011.zip", "311_service_requests_2011.csv");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(text.replace("\uFEFF", "")));
  }

  private static String ward(CSVRecord row) {
    String ward = row.get("ward").replaceAll("\\D", "").replaceFirst("^0", "");
    return ward.isEmpty() ? "" : "ward-" + ward;
  }

  private static Instant instant(String local) {
    return local.isEmpty()
        ? null
        : LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
  }

  private static String moment(String local) {
    return local.isEmpty() ? null : Stamp.text(instant(local));
  }
}
