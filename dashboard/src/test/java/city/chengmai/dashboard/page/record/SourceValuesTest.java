package city.chengmai.dashboard.page.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.page.record.SourceValues.Told;
import city.chengmai.dashboard.query.FileQueries.FileEventRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceValuesTest {

  private static FileEventRow event(int second, String source, String data) {
    return new FileEventRow(
        source, "e" + second, "cn.grid.building.updated", Instant.ofEpochSecond(second), data);
  }

  @Test
  void fieldsOfWhichTheLastWordsOfSourcesDiffer() {
    Map<String, List<Told>> differing =
        SourceValues.differing(
            List.of(
                event(5, "s", "{\"app\":\"street-front\",\"letArea\":1200,\"floors\":18}"),
                event(4, "s", "not json"),
                event(
                    3,
                    "registry",
                    "{\"recordKind\":\"building\",\"attributes\":{\"letArea\":\"1000\",\"floors\":\"18.0\"}}"),
                event(2, "registry", "{\"recordKind\":\"site\",\"attributes\":{\"floors\":\"3\"}}"),
                event(1, "s", "{\"app\":\"street-front\",\"letArea\":900}")),
            "building",
            List.of("letArea", "floors"));
    assertThat(differing.keySet()).containsExactly("letArea");
    assertThat(differing.get("letArea"))
        .extracting(Told::source, Told::value)
        .containsExactly(tuple("street-front", "1200"), tuple("registry", "1000"));
  }
}
