package city.chengmai.dashboard.page.pool;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.page.pool.Lineage.Access;
import city.chengmai.dashboard.query.BehindQueries;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.event.EventFamily;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue names every table that events go to, and reads its lineage from what is asked. */
class LineageTest {

  /** What ingest writes that is no fold of events. */
  private static final Set<String> NOT_FOLDED =
      Set.of(
          "events",
          "event_revisions",
          "dead_letters",
          "dead_letter_replays",
          "ingest_states",
          "store_restores",
          "roll_offs",
          "feeds",
          "cities",
          "areas",
          "categories");

  @Test
  void everyTableThatIngestFoldsEventsIntoStandsOnce() throws IOException {
    List<String> named =
        Arrays.stream(EventFamily.values())
            .flatMap(family -> Lineage.tables(family).stream())
            .toList();
    assertThat(named).doesNotHaveDuplicates();
    Set<String> folded =
        Files.readString(Path.of("..", "datasets", "README.md"))
            .lines()
            .filter(line -> line.matches("\\| `[a-z_]+` \\| ingest \\|.*"))
            .map(line -> line.split("`", 3)[1])
            .filter(table -> !NOT_FOLDED.contains(table))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(folded).hasSizeGreaterThan(25);
    assertThat(named).containsExactlyInAnyOrderElementsOf(folded);
  }

  @Test
  void indicatorsAreReadFromTheQueriesBehindThem() {
    assertThat(BehindQueries.lineage().get("O12")).contains("buildings");
    assertThat(BehindQueries.lineage().get("O10"))
        .as("names alone come from the files")
        .isNotEmpty()
        .doesNotContain("enterprises", "buildings");
    assertThat(BehindQueries.lineage().get("M09")).contains("patrol_rounds");
    assertThat(BehindQueries.lineage()).allSatisfy((id, tables) -> assertThat(tables).isNotEmpty());
    assertThat(Lineage.indicators(List.of("site_complaints"))).contains("S06", "S07");
    assertThat(Lineage.indicators(List.of("lift_retrofits"))).isEmpty();
  }

  @Test
  void everyInputOfAModelIsATable() {
    Set<String> tables =
        Arrays.stream(Table.values()).map(Table::tableName).collect(Collectors.toSet());
    for (EmpowermentModel model : EmpowermentModels.bundled().models()) {
      assertThat(model.inputs()).isNotEmpty();
      assertThat(model.inputs().stream().map(Lineage::table))
          .as(model.id())
          .allMatch(tables::contains);
    }
    assertThat(Lineage.models(List.of("components")))
        .extracting(EmpowermentModel::id)
        .containsExactly("clogged-rain");
  }

  @Test
  void accessIsWhatTheSchemasSayThatTextsMayHold() {
    assertThat(Lineage.access(EventFamily.ORDER)).isEqualTo(Access.PERSON);
    assertThat(Lineage.access(EventFamily.BUILDING)).isEqualTo(Access.PERSON);
    assertThat(Lineage.access(EventFamily.FEED)).isEqualTo(Access.WORDS);
    assertThat(Lineage.tellsPlace(EventType.CASE_REPORTED)).isTrue();
    assertThat(Lineage.tellsPlace(EventType.FEED_HEARTBEAT)).isFalse();
  }
}
