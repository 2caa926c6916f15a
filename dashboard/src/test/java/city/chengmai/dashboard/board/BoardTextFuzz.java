package city.chengmai.dashboard.board;

import city.chengmai.dashboard.board.BoardReader.Reading;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.ArrayList;
import java.util.List;

/** The YAML of a board: either a board, or faults with a place; never both, never neither. */
public final class BoardTextFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    List<String> seeds = new ArrayList<>(ShippedBoards.all().values());
    seeds.add("a: &a [x]\nb: [*a, *a]\n");
    seeds.add("scenes: [{id: one, seconds: 1e9, columns: [{width: 1, panels: [{kind: trend}]}]}]");
    seeds.add("!!javax.script.ScriptEngineManager [a]");
    seeds.add("? {a: b}\n: c\n");
    seeds.add("[".repeat(3_000));
    return seeds;
  }

  @Override
  public List<String> words() {
    return List.of(
        "title:",
        "scenes:",
        "columns:",
        "panels:",
        "kind:",
        "strip:",
        "event:",
        "&a",
        "*a",
        "<<: ",
        "!!int",
        "width: 0",
        "figures",
        "statement",
        "query:",
        "colour:",
        "~",
        "---",
        "1e99");
  }

  @Override
  public void take(byte[] input) {
    Reading reading = BoardReader.read(FuzzTarget.text(input));
    if (reading.board().isPresent() != reading.faults().isEmpty()) {
      throw new IllegalStateException("a board and faults, or neither: " + reading.faults());
    }
  }
}
