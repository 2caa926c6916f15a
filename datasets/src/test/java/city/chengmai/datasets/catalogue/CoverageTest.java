package city.chengmai.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.mechanism.Mechanism;
import city.chengmai.datasets.mechanism.Mechanisms;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the README that says where each mechanism of the source texts lives. */
class CoverageTest {

  /** Mechanisms of each text. */
  private static final Map<String, Integer> TEXTS = texts();

  private static final Pattern SECTION =
      Pattern.compile("(?s)<!-- coverage -->\n(.*?)<!-- /coverage -->");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** A row: what it names, column by column. */
  private record Row(
      String id,
      String mechanism,
      List<String> events,
      List<String> tables,
      List<String> figures,
      List<String> pages,
      String standing) {

    static Row of(String line) {
      String[] cells = line.split("\\|", -1);
      assertThat(cells).as(line).hasSize(9);
      return new Row(
          cells[1].strip(),
          cells[2].strip(),
          names(cells[3]),
          names(cells[4]),
          names(cells[5]),
          names(cells[6]),
          cells[7].strip());
    }

    private static List<String> names(String cell) {
      return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }
  }

  @Test
  void everyMechanismHasOneRow() throws IOException {
    List<String> expected = new ArrayList<>();
    TEXTS.forEach(
        (text, rows) -> {
          for (int row = 1; row <= rows; row++) {
            expected.add(String.format(Locale.ROOT, "%s-%02d", text, row));
          }
        });
    assertThat(rows()).extracting(Row::id).containsExactlyElementsOf(expected);
    assertThat(rows()).extracting(Row::mechanism).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void everyRowNamesWhatExists() throws IOException {
    Set<String> events = new HashSet<>();
    Stream.of(EventType.values()).forEach(type -> events.add(type.localName()));
    Set<String> tables = new HashSet<>();
    Stream.of(Table.values()).forEach(table -> tables.add(table.tableName()));
    Set<String> figures = figures();
    for (Row row : rows()) {
      assertThat(events).as(row.id()).containsAll(row.events());
      assertThat(tables).as(row.id()).containsAll(row.tables());
      assertThat(figures).as(row.id()).containsAll(row.figures());
    }
  }

  @Test
  void aRowThatIsThereHasRowsAndAPage() throws IOException {
    for (Row row : rows()) {
      if (row.standing().equals("there")) {
        assertThat(row.tables()).as(row.id()).isNotEmpty();
        assertThat(row.pages()).as(row.id()).isNotEmpty();
      } else {
        assertThat(row.standing()).as(row.id()).matches("not modelled: .{10,}");
      }
    }
  }

  @Test
  void everyDeclaredMechanismIsARowThatLeadsToItsPage() throws IOException {
    List<String> leading =
        rows().stream()
            .filter(row -> row.pages().contains("/mechanism/:mechanism"))
            .map(Row::id)
            .toList();
    assertThat(Mechanisms.bundled().all())
        .extracting(Mechanism::id)
        .containsExactlyInAnyOrderElementsOf(leading);
  }

  @Test
  void everyMechanismIsThereButOneThatNoGridIsGovernedBy() throws IOException {
    assertThat(rows())
        .filteredOn(row -> !row.standing().equals("there"))
        .extracting(Row::id)
        .containsExactly("003-16");
  }

  private static Map<String, Integer> texts() {
    Map<String, Integer> texts = new LinkedHashMap<>();
    texts.put("004", 27);
    texts.put("002", 27);
    texts.put("001", 21);
    texts.put("000", 13);
    texts.put("003", 16);
    return texts;
  }

  private static Set<String> figures() {
    Set<String> figures = new HashSet<>();
    Catalogue.bundled().indicators().stream().map(Indicator::id).forEach(figures::add);
    AlertRules.bundled().rules().stream().map(AlertRule::id).forEach(figures::add);
    EmpowermentModels.bundled().models().stream().map(EmpowermentModel::id).forEach(figures::add);
    return figures;
  }

  private static List<Row> rows() throws IOException {
    MatchResult section =
        SECTION.matcher(Files.readString(Path.of("README.md"))).results().findFirst().orElseThrow();
    return section.group(1).lines().skip(2).map(Row::of).toList();
  }
}
