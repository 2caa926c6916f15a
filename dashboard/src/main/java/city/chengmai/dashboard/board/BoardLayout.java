package city.chengmai.dashboard.board;

import city.chengmai.dashboard.board.WallBoard.Column;
import city.chengmai.dashboard.board.WallBoard.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Works out which room each panel's picture has, from the measures of the style sheet {@code
 * wall.css}. A picture is then drawn for its room and not stretched into it.
 */
final class BoardLayout {

  private static final int WIDTH = 1888;
  private static final int WIDE_WIDTH = 3808;
  private static final int HEIGHT = 972;
  private static final int TICKER = 76;
  private static final int STRIP = 168;
  private static final int GAP = 12;
  private static final int FRAME_WIDTH = 30;
  private static final int FRAME_HEIGHT = 58;

  private final boolean ticker;

  BoardLayout(boolean ticker) {
    this.ticker = ticker;
  }

  Scene shaped(Scene scene) {
    int height = HEIGHT - (ticker ? TICKER : 0) - (scene.strip().isPresent() ? STRIP + GAP : 0);
    List<Column> columns = new ArrayList<>();
    for (Column column : scene.columns()) {
      int width =
          column.width() > 0
              ? width(scene, column, Column::width, WIDTH)
              : width(scene, column, Column::wide, WIDE_WIDTH);
      columns.add(shaped(column, width - FRAME_WIDTH, height));
    }
    return new Scene(
        scene.id(),
        scene.seconds(),
        scene.strip().map(strip -> strip.shaped(new PanelShape(WIDTH, STRIP))),
        columns);
  }

  private static int width(Scene scene, Column column, ToIntFunction<Column> share, int whole) {
    long shown = scene.columns().stream().filter(one -> share.applyAsInt(one) > 0).count();
    int shares = scene.columns().stream().mapToInt(share).sum();
    return (int) ((whole - GAP * (shown - 1)) * share.applyAsInt(column) / shares);
  }

  private static Column shaped(Column column, int width, int height) {
    int shares = column.panels().stream().mapToInt(PanelPlan::height).sum();
    int room = height - GAP * (column.panels().size() - 1);
    List<PanelPlan> panels =
        column.panels().stream()
            .map(
                panel ->
                    panel.shaped(
                        new PanelShape(width, room * panel.height() / shares - FRAME_HEIGHT)))
            .toList();
    return new Column(column.width(), column.wide(), panels);
  }
}
