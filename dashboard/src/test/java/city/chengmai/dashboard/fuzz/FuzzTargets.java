package city.chengmai.dashboard.fuzz;

import city.chengmai.dashboard.board.BoardTextFuzz;
import city.chengmai.dashboard.notify.ChannelFileFuzz;
import city.chengmai.dashboard.page.alert.AlertWishFuzz;
import city.chengmai.dashboard.page.desk.StatementTextFuzz;
import city.chengmai.dashboard.page.library.ScheduleFormFuzz;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;

/** Readers of foreign input in this module that need no engine. */
final class FuzzTargets {

  private FuzzTargets() {}

  static List<FuzzTarget> all() {
    return List.of(
        new BoardTextFuzz(),
        new StatementTextFuzz(),
        new AlertWishFuzz(),
        new ScheduleFormFuzz(),
        new ChannelFileFuzz());
  }
}
