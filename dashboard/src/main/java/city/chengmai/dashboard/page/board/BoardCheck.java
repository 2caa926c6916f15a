package city.chengmai.dashboard.page.board;

import city.chengmai.dashboard.board.BoardFault;
import city.chengmai.dashboard.board.BoardReader;
import city.chengmai.dashboard.board.PanelKind;
import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.page.CityDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a board's text, also against this city and the statements that are kept. */
final class BoardCheck {

  private final CityDirectory city;
  private final QueryJournal statements;

  BoardCheck(CityDirectory city, QueryJournal statements) {
    this.city = city;
    this.statements = statements;
  }

  /** All faults; none when the text can be published. Blocking. */
  List<BoardFault> faults(String board, String text) {
    BoardReader.Reading reading = BoardReader.read(board, text);
    if (reading.board().isEmpty()) {
      return reading.faults();
    }
    List<BoardFault> faults = new ArrayList<>();
    for (PanelPlan plan : reading.board().get().panels()) {
      area(plan, faults);
      statement(plan, faults);
    }
    return faults;
  }

  private void area(PanelPlan plan, List<BoardFault> faults) {
    String area = (String) plan.options().getOrDefault("area", "");
    if (!area.isEmpty() && city.model().area(area).isEmpty()) {
      String some =
          city.model().areas().stream()
              .map(one -> one.areaId())
              .limit(5)
              .collect(Collectors.joining(", "));
      faults.add(new BoardFault(plan.name(), "area", area, "area-here", List.of(some)));
    }
  }

  private void statement(PanelPlan plan, List<BoardFault> faults) {
    if (plan.kind() == PanelKind.STATEMENT
        && statements.shared(plan.text("query"), plan.number("edition")).isEmpty()) {
      String seen = plan.text("query") + ", " + plan.number("edition");
      faults.add(new BoardFault(plan.name(), "query", seen, "statement", List.of()));
    }
  }
}
