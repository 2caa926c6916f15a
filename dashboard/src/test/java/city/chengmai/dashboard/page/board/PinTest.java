package city.chengmai.dashboard.page.board;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.board.BoardReader;
import city.chengmai.dashboard.board.PanelKind;
import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.board.ShippedBoards;
import city.chengmai.dashboard.board.WallBoard;
import city.chengmai.dashboard.library.SavedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {

  private static final String ID = "0a1b2c3d-0000-4000-8000-123456789abc";

  private static SavedQuery query(String name) {
    return new SavedQuery(
        ID,
        3,
        new SavedQuery.Text(name, "", "", "SELECT 1", Map.of(), true),
        false,
        "li",
        "Li",
        Instant.EPOCH);
  }

  private static WallBoard board(String text) {
    BoardReader.Reading reading = BoardReader.read(text);
    assertThat(reading.faults()).isEmpty();
    return reading.board().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Orders by day",
        "每日工单：\"上报\"",
        "a: {b} # c \\ 100% $1",
        "a name that is much longer than the heading of a panel may be on any board at all"
      })
  void everyShippedBoardTakesAPanelAndKeepsItsText(String name) {
    for (String text : ShippedBoards.all().values()) {
      String pinned = Pin.into(text, query(name));
      assertThat(pinned).startsWith(text.stripTrailing());
      List<PanelPlan> panels =
          board(pinned).panels().stream()
              .filter(plan -> plan.kind() == PanelKind.STATEMENT)
              .toList();
      assertThat(panels).hasSize(1);
      assertThat(panels.get(0).text("query")).isEqualTo(ID);
      assertThat(panels.get(0).number("edition")).isEqualTo(3);
      assertThat(name).startsWith(panels.get(0).title().orElseThrow().zh().replace("…", ""));
    }
  }

  @Test
  void aTextThatIsNotIndentedTakesItToo() {
    String text =
        """
        title: {zh: 小屏, en: Small}
        scenes:
        - id: one
          columns:
          - width: 1
            panels:
            - kind: trend
        """;
    assertThat(board(Pin.into(text, query("Orders"))).scenes()).hasSize(2);
  }

  /** Two pins of one edition would be two scenes of one id: the reader says so. */
  @Test
  void theSameEditionIsPinnedOnce() {
    String once = Pin.into(ShippedBoards.all().get("duty"), query("Orders"));
    assertThat(BoardReader.read(Pin.into(once, query("Orders"))).board()).isEmpty();
  }

  @Test
  void aDifferenceNamesAddedAndRemovedLines() {
    assertThat(BoardView.difference("a\nb\nc", "a\nB\nc"))
        .extracting(line -> line.sign() + line.text())
        .containsExactly("…", " a", "−b", "+B", " c");
  }
}
