package city.chengmai.dashboard.board;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.catalogue.LocalName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A panel as a board describes it.
 *
 * @param name within its board: the kind, from the second of a kind on with a number
 * @param title heading of its own; empty: that of its kind
 * @param height share of its column's height, from 1
 * @param options values by key, those left out with what holds then: whole numbers, texts, lists
 * @param shape room of its picture
 */
public record PanelPlan(
    String name,
    PanelKind kind,
    Optional<LocalName> title,
    int height,
    Map<String, Object> options,
    PanelShape shape) {

  /** Two panels of one content have one picture, on whichever board. */
  public record Content(PanelKind kind, Map<String, Object> options, PanelShape shape) {}

  /** Copies the options. */
  public PanelPlan {
    requireNonNull(kind, "kind");
    requireNonNull(title, "title");
    options = Map.copyOf(options);
  }

  /** A panel that has no options and stands outside the columns, as the head does. */
  public static PanelPlan fixed(PanelKind kind) {
    return new PanelPlan(
        kind.word(), kind, Optional.empty(), 1, Map.of(), new PanelShape(1888, 64));
  }

  /** What its picture depends on. */
  public Content content() {
    return new Content(kind, options, shape);
  }

  /** A whole number among the options. */
  public int number(String key) {
    return (Integer) options.get(key);
  }

  /**
   * How many rows are shown: as many as are wanted, and no more than there is room for.
   *
   * @param row height of one, in pixels of a screen 1080 high
   * @param beside height of what stands beside the rows
   */
  public int rows(int row, int beside) {
    return Math.min(number("shown"), Math.max(1, (shape.height() - beside) / row));
  }

  /** A text among the options; empty when it was left out. */
  public String text(String key) {
    return (String) options.get(key);
  }

  /** A list of texts among the options. */
  public List<String> list(String key) {
    return ((List<?>) options.get(key)).stream().map(String::valueOf).toList();
  }

  PanelPlan shaped(PanelShape room) {
    return new PanelPlan(name, kind, title, height, options, room);
  }
}
