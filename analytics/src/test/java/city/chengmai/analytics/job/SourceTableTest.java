package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.schema.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceTableTest {

  private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN)\\s+([a-z_]+)");

  @Test
  void marksCoverEveryTableThatCountingReadsAndNoOther() {
    Set<String> tables =
        Arrays.stream(Table.values()).map(Table::tableName).collect(Collectors.toSet());
    Set<String> read = new TreeSet<>();
    Stream.concat(
            CountingQuery.ALL.stream().map(query -> "counting/" + query.file()),
            Stream.of("closings.sql"))
        .map(QueryText::read)
        .flatMap(text -> READ.matcher(text).results().map(found -> found.group(1)))
        .filter(tables::contains)
        .forEach(read::add);
    // Exposures, peers and the tree itself.
    read.add("areas");
    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SourceTable.values()).map(SourceTable::table).toList());
  }

  @Test
  void familyIsAskedForWhileOneOfItsTablesHoldsSomething() {
    for (CountingQuery query : CountingQuery.ALL) {
      Set<SourceTable> tables = query.tables();
      assertThat(tables).as(query.file()).isNotEmpty();
      assertThat(query.mayCount(Set.of())).isTrue();
      assertThat(query.mayCount(tables)).isFalse();
      for (SourceTable table : tables) {
        Set<SourceTable> others = new HashSet<>(EnumSet.allOf(SourceTable.class));
        others.remove(table);
        assertThat(query.mayCount(others)).as("%s with %s", query.file(), table).isTrue();
      }
    }
  }
}
