package city.chengmai.datasets.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.source.Cities;
import city.chengmai.datasets.source.CityFeed;
import city.chengmai.datasets.source.FeedRecord;
import city.chengmai.datasets.source.InMemoryCityFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedFileFeedTest {

  private static final String PLAIN =
      "1,2024-03-01 10:00,2024-03-02 10:00,2024-03-01 12:00,done,市容,乱停车,电话,Ｗ,121.005,31.005";

  private final InMemoryCityFiles files = new InMemoryCityFiles();

  @Test
  void aRowBecomesTheEventsItVouchesFor() {
    FeedRecord record = only(files.rows(PLAIN));

    assertThat(record.notes()).isEmpty();
    assertThat(record.events())
        .extracting(Event::id)
        .containsExactly("1/reported", "1/filed", "1/closed");
    assertThat(record.events().get(0).data().toString())
        .isEqualTo(
            "{\"category\":\"市容/乱停车\",\"channel\":\"hotline\",\"areaId\":\"west\","
                + "\"point\":{\"longitude\":121.005,\"latitude\":31.005,\"crs\":\"WGS84\"}}");
    assertThat(record.events().get(1).data().path("dueAt").asText())
        .isEqualTo("2024-03-02T02:00:00Z");
    assertThat(record.events().get(2).data().path("manner").asText()).isEqualTo("direct");
    assertThat(record.events().get(2).time()).isEqualTo("2024-03-01T04:00:00Z");
    assertThat(record.events()).allSatisfy(event -> assertThat(event.subject()).isEqualTo("s-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What the row holds                                                      | its note
        "7,,,,open,市容,乱停车,电话,W,,                                             | refused:no-opening-time",
        ",2024-03-01 10:00,,,open,市容,乱停车,电话,W,,                              | refused:no-id",
        "7,yesterday,,,open,市容,乱停车,电话,W,,                                    | refused:unreadable-time",
        "7,2024-02-30 10:00,,,open,市容,乱停车,电话,W,,                             | refused:unreadable-time",
        "7,2024-03-01 10:00,,,open                                                 | refused:cells",
        "7,2024-03-01 10:00,,2024-03-01 09:00,done,市容,乱停车,电话,W,,             | refused:closed-before-opened",
        "7,2024-03-01 10:00,2024-02-01 10:00,,open,市容,乱停车,电话,W,,             | due-before-opened",
        "7,2024-03-01 10:00,,,done,市容,乱停车,电话,W,,                             | closed-without-time",
        "7,2024-03-01 10:00,,2024-03-01 11:00,OPEN,市容,乱停车,电话,W,,             | open-with-closing-time",
        "7,2024-03-01 10:00,,,lost,市容,乱停车,电话,W,,                             | unknown-status",
        "7,2024-03-01 10:00,,,open,市容,遛狗,电话,W,,                               | unknown-category",
        "7,2024-03-01 10:00,,,open,,,电话,W,,                                      | no-category",
        "7,2024-03-01 10:00,,,open,市容,乱停车,信鸽,W,,                             | unknown-channel",
        "7,2024-03-01 10:00,,,open,市容,乱停车,电话,北片,121.0,31.0                 | unknown-area",
        "7,2024-03-01 10:00,,,open,市容,乱停车,电话,W,0.0,0                         | default-point",
        "7,2024-03-01 10:00,,,open,市容,乱停车,电话,W,121,north                     | bad-point",
        "7,2024-03-01 10:00,,,open,市容,乱停车,电话,W,1210,31                       | bad-point",
        "7,2024-03-01 10:00,,,open,市容,乱停车,电话,,,                              | not-located"
      })
  void aQuirkLeavesANoteAndTheNextRowArrives(String row, String note) {
    List<FeedRecord> records = all(files.rows(row, PLAIN));

    assertThat(records).hasSize(2);
    assertThat(records.get(0).notes()).containsExactly(note);
    assertThat(records.get(0).events().isEmpty()).isEqualTo(note.startsWith("refused:"));
    assertThat(records.get(1).events()).hasSize(3);
    assertThat(violations(records)).isEmpty();
  }

  @Test
  void rulesDecideAboutContradictions() {
    files.edit(
        "mapping.yaml",
        "source: urn:test:small",
        """
        source: urn:test:small
        rules:
          closed-before-opened: leave-open
          due-before-opened: drop
          closed-without-time: refuse
          open-with-closing-time: close\
        """);

    List<FeedRecord> records =
        all(
            files.rows(
                "1,2024-03-01 10:00,,2024-03-01 09:00,done,市容,乱停车,电话,W,,",
                "2,2024-03-01 10:00,2024-02-01 10:00,,open,市容,乱停车,电话,W,,",
                "3,2024-03-01 10:00,,,done,市容,乱停车,电话,W,,",
                "4,2024-03-01 10:00,,2024-03-01 11:00,open,市容,乱停车,电话,W,,"));

    assertThat(records.get(0).events()).hasSize(2);
    assertThat(records.get(1).events().get(1).data().has("dueAt")).isFalse();
    assertThat(records.get(2).notes()).containsExactly("refused:closed-without-time");
    assertThat(records.get(3).events()).hasSize(3);
  }

  @Test
  void aVoidCaseIsCancelled() {
    FeedRecord record = only(files.rows("1,2024-03-01 10:00,,2024-03-01 12:00,void,市容,乱停车,电话,W,,"));

    assertThat(record.events()).extracting(Event::id).endsWith("1/cancelled");
  }

  @Test
  void aDayWithoutTimeIsDueUntilItEndsAndMayBeTheClosingDay() {
    FeedRecord record = only(files.rows("1,2024-03-01 10:00,2024/3/1,2024/3/1,done,市容,乱停车,电话,W,,"));

    assertThat(record.events().get(1).data().path("dueAt").asText())
        .isEqualTo("2024-03-01T16:00:00Z");
    assertThat(record.events().get(2).time()).isEqualTo("2024-03-01T02:00:00Z");
  }

  @Test
  void theUnitGoesOnADispatchThatTheFileVouchesFor() {
    files
        .edit("mapping.yaml", "area: area", "area: area\nunit: type\nkind: event")
        .edit("mapping.yaml", "due: due", "events-at-open: [reported, filed, dispatched]");

    FeedRecord record = only(files.rows(PLAIN));

    assertThat(record.events().get(0).data().path("kind").asText()).isEqualTo("event");
    assertThat(record.events().get(2).data().path("unit").asText()).isEqualTo("乱停车");
    assertThat(violations(List.of(record))).isEmpty();
  }

  @Test
  void readsOtherCharsetsDelimitersAndFilesWithoutHeader() {
    String columns = InMemoryCityFiles.HEADER.strip();
    files
        .edit(
            "mapping.yaml",
            "file: {name: cases.csv}",
            "file: {name: cases.txt, charset: GB18030, delimiter: \";\", header: false, columns: ["
                + columns
                + "]}")
        .with("cases.txt", PLAIN.replace(',', ';') + "\n", Charset.forName("GB18030"));

    FeedRecord record = only(files);

    assertThat(record.notes()).isEmpty();
    assertThat(record.events().get(0).data().path("category").asText()).isEqualTo("市容/乱停车");
  }

  @Test
  void bytesOfAnotherCharsetAreRefusedRowByRow() {
    Charset wrong = Charset.forName("GB18030");
    files.with("cases.csv", InMemoryCityFiles.HEADER + PLAIN + "\n", wrong);

    assertThat(only(files).notes()).containsExactly("refused:bad-encoding");
  }

  @Test
  void readsGzipByteOrderMarkReorderedColumnsAndLineBreaksInCells() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(
          """
          \uFEFFOpened,ID,due,closed,status,class,type,channel,area,x,y,remark,
          2024-03-01 10:00,1,,,open,市容,乱停车,电话,W,,,"two
          lines",
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    files
        .edit("mapping.yaml", "cases.csv", "cases.csv.gz")
        .edit("mapping.yaml", "area: area", "area: area\ndescription: remark")
        .with("cases.csv.gz", bytes.toByteArray());

    FeedRecord record = only(files);

    assertThat(record.notes()).isEmpty();
    assertThat(record.events().get(0).data().path("description").asText()).isEqualTo("two\nlines");
  }

  @Test
  void theFingerprintChangesWithDataMappingAndSpellings() {
    String before = feed(files.rows(PLAIN)).fingerprint();

    assertThat(feed(new InMemoryCityFiles().rows(PLAIN)).fingerprint()).isEqualTo(before);
    assertThat(feed(new InMemoryCityFiles().rows(PLAIN, PLAIN)).fingerprint()).isNotEqualTo(before);
    assertThat(feed(new InMemoryCityFiles().rows(PLAIN).edit("mapping.yaml", "s-", "t-")))
        .extracting(CityFeed::fingerprint)
        .isNotEqualTo(before);
    assertThat(feed(new InMemoryCityFiles().rows(PLAIN).edit("areas.geojson", "\"W\"", "\"V\"")))
        .extracting(CityFeed::fingerprint)
        .isNotEqualTo(before);
  }

  @Test
  void aNegativePositionIsRefused() {
    assertThatThrownBy(() -> feed(files).from(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 50)
  void goingOnFromAPositionGivesTheRest(@ForAll @IntRange(max = 12) int position) {
    String[] rows = new String[10];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i % 3 == 0 ? "broken" : PLAIN.replaceFirst("1", "case" + i);
    }
    CityFeed feed = feed(new InMemoryCityFiles().rows(rows));
    List<FeedRecord> rest = new ArrayList<>();
    feed.from(position).forEachRemaining(rest::add);
    List<FeedRecord> whole = new ArrayList<>();
    feed.from(0).forEachRemaining(whole::add);

    assertThat(rest).isEqualTo(whole.subList(Math.min(position, 10), 10));
    assertThat(feed.records()).isEqualTo(10);
  }

  private static List<String> violations(List<FeedRecord> records) {
    EventSchemas schemas = new EventSchemas();
    return records.stream()
        .flatMap(record -> record.events().stream())
        .peek(event -> assertThat(event.time()).isAfter(Instant.EPOCH))
        .flatMap(event -> schemas.violations(event.type(), event.data()).stream())
        .toList();
  }

  private static FeedRecord only(InMemoryCityFiles files) {
    List<FeedRecord> records = all(files);
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static List<FeedRecord> all(InMemoryCityFiles files) {
    List<FeedRecord> records = new ArrayList<>();
    feed(files).from(0).forEachRemaining(records::add);
    return records;
  }

  private static CityFeed feed(InMemoryCityFiles files) {
    return Cities.fromFiles(files).feed();
  }
}
