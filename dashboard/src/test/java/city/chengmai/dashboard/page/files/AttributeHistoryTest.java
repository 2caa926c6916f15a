package city.chengmai.dashboard.page.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.page.files.AttributeHistory.Change;
import city.chengmai.dashboard.query.FileQueries.FileEventRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributeHistoryTest {

  private static final Set<String> FIELDS = Set.of("name", "employees", "floorArea", "status");
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  private static FileEventRow event(int day, String data) {
    return new FileEventRow(
        "s", "e" + day, "cn.grid.enterprise.updated", DAY.plusSeconds(86_400L * day), data);
  }

  private static List<Change> history(FileEventRow... newestFirst) {
    return AttributeHistory.of(List.of(newestFirst), "enterprise", FIELDS);
  }

  @Test
  void aValueToldAgainIsNoChange() {
    List<Change> changes =
        history(
            event(2, "{\"employees\":14,\"app\":\"street-front\"}"),
            event(1, "{\"employees\":12}"),
            event(0, "{\"employees\":12.0}"));
    assertThat(changes)
        .extracting(Change::field, Change::before, Change::after, Change::app)
        .containsExactly(
            tuple("employees", "", "12.0", ""), tuple("employees", "12", "14", "street-front"));
  }

  @Test
  void personsAndUndeclaredMembersAreLeftOut() {
    assertThat(
            history(event(0, "{\"contact\":{\"name\":\"a\"},\"editor\":\"b\",\"address\":\"c\"}")))
        .isEmpty();
  }

  @Test
  void aBaseRecordTellsAttributesOfItsOwnKindOnly() {
    List<Change> changes =
        history(
            event(1, "{\"recordKind\":\"enterprise\",\"attributes\":{\"status\":\"closed\"}}"),
            event(0, "{\"recordKind\":\"site\",\"attributes\":{\"status\":\"open\"}}"));
    assertThat(changes).extracting(Change::after).containsExactly("closed");
  }

  @Test
  void aChangeTellsWhatStoodBeforeAndWhatWasRemoved() {
    List<Change> changes =
        history(
            event(
                0,
                "{\"changes\":[{\"field\":\"employees\",\"before\":\"9\",\"after\":\"11\"},"
                    + "{\"field\":\"status\",\"before\":\"open\",\"after\":\"\"}]}"));
    assertThat(changes).extracting(Change::before).containsExactly("9", "open");
    assertThat(changes).extracting(Change::after).containsExactly("11", "");
  }

  @Test
  void brokenContentIsPassedOver() {
    assertThat(history(event(1, "{"), event(0, "{\"status\":\"open\"}"))).hasSize(1);
  }
}
