package city.chengmai.dashboard.page.files;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.DealingQueries.ClearRow;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClearTest {

  private final Figures figures = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));

  private static Standard standard(List<String> missing, Level fresh) {
    return new Standard("", "", missing, Level.NORMAL, "", "100 d", fresh, "90 d");
  }

  private List<Clear> clears(Standard standard, ClearRow row) {
    return Clear.of(standard, row, figures);
  }

  @Test
  void nothingInTheWayIsClearThreeTimes() {
    assertThat(clears(standard(List.of(), Level.NORMAL), ClearRow.nothing("e")))
        .allMatch(clear -> clear.level() == Level.NORMAL && clear.reasons().isEmpty());
  }

  @Test
  void aFileThatLacksOrIsStaleIsNotClear() {
    Clear situation =
        clears(standard(List.of("Trade", "Tier"), Level.ALARM), ClearRow.nothing("e")).get(0);
    assertThat(situation.level()).isEqualTo(Level.ALARM);
    assertThat(situation.reasons())
        .containsExactly("the file lacks: Trade, Tier", "not confirmed for 100 d, period 90 d");
  }

  @Test
  void openInTimeIsInHandAndLateIsNotClear() {
    List<Clear> inHand =
        clears(standard(List.of(), Level.NORMAL), new ClearRow("e", 2, 0, 0, 0, 1, 0, 0));
    assertThat(inHand.get(1).level()).isEqualTo(Level.WARNING);
    assertThat(inHand.get(2).level()).isEqualTo(Level.WARNING);
    List<Clear> late =
        clears(standard(List.of(), Level.NORMAL), new ClearRow("e", 2, 1, 0, 0, 1, 1, 0));
    assertThat(late.get(1).reasons())
        .containsExactly("1 appeals overdue", "1 appeals open, in time");
    assertThat(late.get(2).level()).isEqualTo(Level.ALARM);
  }

  @Test
  void anUnsolvedOrDissatisfiedAnswerIsNotClear() {
    List<Clear> clears =
        clears(standard(List.of(), Level.NORMAL), new ClearRow("e", 0, 0, 1, 1, 0, 0, 0));
    assertThat(clears)
        .extracting(Clear::level)
        .containsExactly(Level.NORMAL, Level.ALARM, Level.ALARM);
  }
}
