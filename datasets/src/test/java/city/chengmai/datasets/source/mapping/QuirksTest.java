package city.chengmai.datasets.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFiles;
import city.chengmai.datasets.source.InMemoryCityFiles;
import city.chengmai.datasets.source.StructuredFile;
import city.chengmai.datasets.source.file.DataFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real files do, one by one, and what becomes of it. */
class QuirksTest {

  private static final String HEADER = "id,opened,due,closed,updated,status,type,unit,area,x,y\n";
  private static final String MAPPING =
      """
      source: urn:test:quirks
      file: {name: "*"}
      times: {formats: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: America/New_York}
      case-id: {column: id, prefix: q-}
      opened: opened
      due: due
      closed: closed
      updated: updated
      status: {column: status, values: {Open: open, Closed: closed, Void: cancelled, Reopened: reopened}}
      category: {columns: [type]}
      unit: {column: unit, values: {Roads: roads, Parks: parks}, default: other-unit}
      area: area
      point: {longitude: x, latitude: y, ignore: [{longitude: 0, latitude: 0}], within: {west: 120, south: 30, east: 122, north: 32}}
      events-at-open: [reported, filed, dispatched]
      """;
  private static final String PLAIN = "1,2024-06-01 10:00,,,,Open,乱停车,Roads,W,,";

  private String mapping = MAPPING;
  private final ImportReport report = new ImportReport();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // quirk                       | row
        //           | outcome
        "nothing                       | 1,2024-06-01 10:00,,,,Open,乱停车,Roads,W,121.005,31.005              | ''",
        "closed before opened          | 1,2024-06-01 10:00,,2024-05-01 10:00,,Closed,乱停车,Roads,W,,         | refused:closed-before-opened",
        "closed without closing time   | 1,2024-06-01 10:00,,,,Closed,乱停车,Roads,W,,                         | closed-without-time",
        "closing time, but open        | 1,2024-06-01 10:00,,2024-06-02 10:00,,Open,乱停车,Roads,W,,           | open-with-closing-time",
        "due before opened             | 1,2024-06-01 10:00,2024-05-01,,,Open,乱停车,Roads,W,,                 | due-before-opened",
        "point null                    | 1,2024-06-01 10:00,,,,Open,乱停车,Roads,,,                            | not-located",
        "point default                 | 1,2024-06-01 10:00,,,,Open,乱停车,Roads,W,0,0                         | default-point",
        "point outside the box         | 1,2024-06-01 10:00,,,,Open,乱停车,Roads,W,2.35,48.85                  | outside-point",
        "point outside the area        | 1,2024-06-01 10:00,,,,Open,乱停车,Roads,W,121.015,31.005              | point-outside-area",
        "grid in another spelling      | 1,2024-06-01 10:00,,,,Open,乱停车,Roads, ｗ ,,                        | ''",
        "grid unknown                  | 1,2024-06-01 10:00,,,,Open,乱停车,Roads,N,121.005,31.005              | unknown-area",
        "category unknown              | 1,2024-06-01 10:00,,,,Open,遛狗,Roads,W,,                             | unknown-category",
        "department unknown            | 1,2024-06-01 10:00,,,,Open,乱停车,Harbour,W,,                         | unknown-unit",
        "department blank              | 1,2024-06-01 10:00,,,,Open,乱停车,,W,,                                | unknown-unit",
        "state in other letter case    | 1,2024-06-01 10:00,,2024-06-02 10:00,,CLOSED,乱停车,ROADS,W,,         | ''",
        "state unknown                 | 1,2024-06-01 10:00,,,,Lost,乱停车,Roads,W,,                           | unknown-status",
        "local time occurred twice     | 1,2024-11-03 01:30,,,,Open,乱停车,Roads,W,,                           | ambiguous-time",
        "local time never occurred     | 1,2024-03-10 02:30,,,,Open,乱停车,Roads,W,,                           | skipped-time",
        "case reopened                 | 1,2024-06-01 10:00,,2024-06-02 10:00,2024-06-03 10:00,Reopened,乱停车,Roads,W,, | reopened",
        "no id                         | ,2024-06-01 10:00,,,,Open,乱停车,Roads,W,,                            | refused:no-id",
        "unreadable time               | 1,soon,,,,Open,乱停车,Roads,W,,                                       | refused:unreadable-time",
        "too few cells                 | 1,2024-06-01 10:00                                                    | refused:cells"
      })
  void eachHasADeclaredOutcomeAndTheNextRowArrives(String quirk, String row, String outcome) {
    List<MappedRow> rows = read(HEADER + row + "\n" + PLAIN.replaceFirst("1", "2") + "\n");

    assertThat(String.join(" ", rows.get(0).notes())).as(quirk).isEqualTo(outcome);
    assertThat(rows.get(0).events().isEmpty()).isEqualTo(outcome.startsWith("refused:"));
    assertThat(rows.get(1).events()).hasSize(3);
    assertThat(report.rows()).isEqualTo(2);
  }

  @Test
  void aRefusalNamesFileRowColumnValueAndWhatWasExpected() {
    read(HEADER + PLAIN + "\n2,soon,,,,Open,乱停车,Roads,W,,\n");

    assertThat(report.examples())
        .extracting(example -> example.line(text -> text))
        .containsExactly(
            "file-1, row 2, column opened: seen \"soon\", expected a time in one of times.formats"
                + " (refused:unreadable-time)");
  }

  @Test
  void theSameRowAgainIsRefusedAndOtherContentDependsOnTheRule() {
    String other = PLAIN.replace("Roads", "Parks");

    assertThat(notes(read(HEADER + PLAIN + "\n" + PLAIN + "\n" + other + "\n")))
        .containsExactly("", "refused:repeated-row", "refused:repeated-id");
    mapping = MAPPING + "rules: {repeated-id: pass-on}\n";
    assertThat(notes(read(HEADER + PLAIN + "\n" + PLAIN + "\n" + other + "\n")))
        .containsExactly("", "", "");
  }

  @Test
  void laterRowsTellOfClosingReopeningAndAnotherUnit() {
    mapping = MAPPING + "rules: {repeated-id: update}\n";
    List<MappedRow> rows =
        read(
            HEADER
                + "1,2024-06-01 10:00,,,2024-06-01 10:00,Open,乱停车,Roads,W,,\n"
                + "1,2024-06-01 10:00,,,2024-06-02 10:00,Open,乱停车,Parks,W,,\n"
                + "1,2024-06-01 10:00,,2024-06-03 10:00,2024-06-03 10:00,Closed,乱停车,Parks,W,,\n",
            HEADER
                + "1,2024-06-01 10:00,,,2024-06-04 10:00,Open,乱停车,Parks,W,,\n"
                + "1,2024-06-01 10:00,,2024-06-05 10:00,2024-06-05 10:00,Closed,乱停车,Parks,W,,\n"
                + "1,2024-06-01 10:00,,,,Open,乱停车,Parks,W,,\n");

    assertThat(rows.stream().flatMap(row -> row.events().stream()).map(Event::id))
        .containsExactly(
            "1/reported",
            "1/filed",
            "1/dispatched",
            "1/dispatched/2024-06-02T14:00:00Z",
            "1/closed",
            "1/reopened/2024-06-04T14:00:00Z",
            "1/closed/2024-06-05T14:00:00Z");
    assertThat(notes(rows))
        .containsExactly("", "reassigned", "", "reopened", "", "refused:repeated-id");
  }

  @Test
  void aCaseThatTheLastSnapshotDoesNotListIsCountedAndLeftAsItWas() {
    mapping = MAPPING.replace("name: \"*\"", "name: \"*\", snapshots: true");

    read(
        HEADER + PLAIN + "\n" + PLAIN.replaceFirst("1", "2") + "\n",
        HEADER + PLAIN.replaceFirst("1", "2") + "\n");

    assertThat(report.vanished()).isEqualTo(1);
    assertThat(report.events()).containsEntry("case.reported", 2L);
  }

  @Test
  void aFileWithoutHeaderIsReadWhenTheMappingSaysWhatItMayLack() {
    mapping =
        MAPPING.replace(
            "name: \"*\"", "name: \"*\", header: auto, columns: [" + HEADER.strip() + "]");

    List<MappedRow> rows = read(HEADER + PLAIN + "\n", PLAIN.replaceFirst("1", "2") + "\n");

    assertThat(rows).extracting(row -> row.events().size()).containsExactly(3, 3);
    mapping = MAPPING;
    assertThatThrownBy(() -> read(PLAIN + "\n"))
        .isInstanceOf(CityConfigurationException.class)
        .hasMessageContaining("the mapping names the column \"id\" but file-1 has [1, 2024-06-01");
  }

  @Test
  void columnsMayStandInAnotherOrderAndCellsMayHoldLineBreaks() {
    mapping = MAPPING + "description: remark\n";
    List<MappedRow> rows =
        read(
            "\"Remark\",STATUS,unit,area,x,y,TYPE,Updated,closed,due,opened,ID\n"
                + "\"two\nlines, \"\"quoted\"\"\",open,Roads,W,,,乱停车,,,,2024-06-01 10:00,1\n");

    assertThat(notes(rows)).containsExactly("");
    assertThat(rows.get(0).events().get(0).data().path("description").asText())
        .isEqualTo("two\nlines, \"quoted\"");
  }

  @Test
  void yearsOfTwoDigitsLieInTheDeclaredCentury() {
    mapping =
        MAPPING.replace("formats: [", "two-digit-years-from: 1970, formats: [\"M/d/yy H:mm\", ");

    assertThat(
            read(
                    HEADER
                        + "1,7/4/99 10:00,,,,Open,乱停车,Roads,W,,\n"
                        + "2,7/4/24 10:00,,,,Open,乱停车,Roads,W,,\n")
                .stream()
                .map(row -> row.events().get(0).time().toString()))
        .containsExactly("1999-07-04T14:00:00Z", "2024-07-04T14:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "epoch-seconds, 1717250400",
    "epoch-milliseconds, 1717250400000",
    "iso, 2024-06-01T16:00:00+02:00",
    "iso-local, 2024-06-01T10:00:00",
    "spreadsheet-days, 45444.416666666664"
  })
  void otherFormsOfTimeHaveNames(String form, String text) {
    mapping = MAPPING.replace("formats: [", "formats: [" + form + ", ");

    List<MappedRow> rows = read(HEADER + PLAIN.replace("2024-06-01 10:00", text) + "\n");

    assertThat(rows.get(0).events().get(0).time()).isEqualTo("2024-06-01T14:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "overlap: later, 2024-11-03 01:30, ambiguous-time, 2024-11-03T06:30:00Z",
    "overlap: earlier, 2024-11-03 01:30, ambiguous-time, 2024-11-03T05:30:00Z",
    "gap: forward, 2024-03-10 02:30, skipped-time, 2024-03-10T07:30:00Z",
    "overlap: refuse, 2024-11-03 01:30, refused:ambiguous-time, ",
    "gap: refuse, 2024-03-10 02:30, refused:skipped-time, "
  })
  void theHourOfTheClockChangeIsDeclared(String rule, String text, String note, String moment) {
    mapping = MAPPING.replace("times: {", "times: {" + rule + ", ");

    MappedRow row = read(HEADER + PLAIN.replace("2024-06-01 10:00", text) + "\n").get(0);

    assertThat(row.notes()).containsExactly(note);
    assertThat(row.events().stream().map(event -> event.time().toString()).findFirst().orElse(null))
        .isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{wkt: place}                  | POINT (121.005 31.005)",
        "{wkt: place}                  | SRID=4326;POINT Z(121.005 31.005 4)",
        "{lat-lon: place}              | (31.005, 121.005)",
        "{lon-lat: place}              | 121.005 31.005",
        "{lon-lat: place, crs: GCJ02}  | 121.005;31.005"
      })
  void pointsAreReadFromText(String point, String text) {
    mapping = MAPPING.replaceFirst("point: .*", "point: " + point);

    MappedRow row = read("place," + HEADER + "\"" + text + "\"," + PLAIN + "\n").get(0);

    assertThat(row.notes()).isEmpty();
    assertThat(row.events().get(0).data().path("point").toString())
        .startsWith("{\"longitude\":121.005,\"latitude\":31.005,\"crs\":\"")
        .contains(point.contains("GCJ02") ? "GCJ02" : "WGS84");
  }

  @Test
  void aFreeTextIsSearchedForWordsAndNeverShown() {
    mapping = MAPPING.replace("[type]", "[{column: type, contains: {停: 乱停车}}]");

    List<MappedRow> rows =
        read(HEADER + PLAIN + "\n" + PLAIN.replaceFirst("1", "2").replace("乱停车", "王先生来信") + "\n");

    assertThat(rows)
        .extracting(row -> row.events().get(0).data().path("category").asText())
        .containsExactly("乱停车", "uncategorised");
    assertThat(notes(rows)).containsExactly("", "no-category");
    assertThat(report.toJson(text -> text).toString()).doesNotContain("王先生");
  }

  private static List<String> notes(List<MappedRow> rows) {
    return rows.stream().map(row -> String.join(" ", row.notes())).toList();
  }

  private List<MappedRow> read(String... contents) {
    City city = Cities.fromFiles(new InMemoryCityFiles());
    CityFiles place = new InMemoryCityFiles().with("quirks.yaml", mapping);
    List<DataFile> files = new ArrayList<>();
    for (String content : contents) {
      files.add(new TextFile("file-" + (files.size() + 1), content));
    }
    MappedFiles mapped =
        new MappedFiles(
            StructuredFile.read(place, "quirks.yaml", Mapping.class),
            files,
            city.zone(),
            city.areas(),
            List.of(category()));
    mapped.requireColumns();
    List<MappedRow> rows = new ArrayList<>();
    try (MappedRows reading = mapped.rows()) {
      reading.forEachRemaining(rows::add);
      report.vanished(reading.vanished());
    }
    rows.forEach(report::add);
    EventSchemas schemas = new EventSchemas();
    rows.stream()
        .flatMap(row -> row.events().stream())
        .forEach(event -> assertThat(schemas.violations(event.type(), event.data())).isEmpty());
    return rows;
  }

  private static Category category() {
    return new Category("乱停车", Optional.empty(), "乱停车", "Parking");
  }

  private record TextFile(String name, String content) implements DataFile {
    @Override
    public long size() {
      return content.length();
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
