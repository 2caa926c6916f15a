package city.chengmai.dashboard.board;

/**
 * Room that a panel's picture has, in pixels of a screen 1080 high; larger screens show the same
 * with more detail.
 *
 * @param width at least 120
 * @param height at least 60
 */
public record PanelShape(int width, int height) {

  private static final int NARROWEST = 120;
  private static final int LOWEST = 60;

  /** Brings whatever a layout comes to into the range that can be drawn. */
  public PanelShape {
    width = Math.max(NARROWEST, width);
    height = Math.max(LOWEST, height);
  }
}
