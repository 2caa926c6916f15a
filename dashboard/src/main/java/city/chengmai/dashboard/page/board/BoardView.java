package city.chengmai.dashboard.page.board;

import city.chengmai.dashboard.board.BoardEdition;
import city.chengmai.dashboard.board.BoardReader;
import city.chengmai.dashboard.board.PanelKind;
import city.chengmai.dashboard.board.ShippedBoards;
import city.chengmai.dashboard.board.WallBoard;
import city.chengmai.dashboard.board.WallBoard.Emergency;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.LocalText;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The pages of boards in one language. */
final class BoardView {

  private static final int CONTEXT_LINES = 2;
  private static final int HEAD_LINES = 2;

  /**
   * A board in the list.
   *
   * @param edition that walls show; 0: as shipped; -1: none
   * @param draft a later edition that waits to be published; 0: none
   */
  public record Item(String id, String title, int edition, String by, String madeAt, int draft) {}

  /** A line of a difference: added, removed or unchanged. */
  public record DiffLine(String sign, String style, String text) {}

  /**
   * An edition.
   *
   * @param shown whether walls show it
   * @param again whether it can be published anew
   * @param restores edition that it put back; -1: none
   */
  public record EditionLine(
      int edition,
      boolean published,
      boolean shown,
      boolean again,
      int restores,
      String by,
      String madeAt,
      List<DiffLine> difference) {}

  /** A kind of panel with its keys. */
  public record KindLine(String word, String name, String keys) {}

  /**
   * What a form brought back.
   *
   * @param text as typed
   * @param problem what is to be said first
   * @param faults of the text
   * @param theirs what another wrote since; empty: nobody did
   */
  record Notice(Optional<String> text, String problem, List<String> faults, String theirs) {
    static final Notice NONE = new Notice(Optional.empty(), "", List.of(), "");
  }

  private final Figures figures;

  BoardView(Figures figures) {
    this.figures = figures;
  }

  Map<String, Object> list(Map<String, List<BoardEdition>> heads, String problem) {
    List<Item> items = new ArrayList<>();
    heads.forEach((id, editions) -> items.add(item(id, editions)));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("boards", items);
    model.put("problem", problem);
    model.put("stepId", UUID.randomUUID().toString());
    emergency(heads.getOrDefault(ShippedBoards.EMERGENCY, List.of()), model);
    return model;
  }

  /** Whether walls are in emergency mode, and by whom since when. */
  private void emergency(List<BoardEdition> heads, Map<String, Object> model) {
    Optional<BoardEdition> published = heads.stream().filter(BoardEdition::published).findFirst();
    Optional<Emergency> stands =
        published.flatMap(
            one -> BoardReader.read(one.text()).board().flatMap(WallBoard::emergency));
    model.put(
        "emergency",
        stands.map(one -> LocalText.of(one.name(), figures.messages().language())).orElse(""));
    model.put("since", stands.map(one -> figures.fullMoment(one.since())).orElse(""));
    model.put("by", published.filter(one -> stands.isPresent()).map(this::by).orElse(""));
    model.put("basedOn", heads.stream().map(BoardEdition::edition).findFirst().orElse(0));
  }

  private Item item(String id, List<BoardEdition> heads) {
    Optional<BoardEdition> published = heads.stream().filter(BoardEdition::published).findFirst();
    BoardEdition latest = heads.get(0);
    return new Item(
        id,
        title(published.orElse(latest)),
        published.map(BoardEdition::edition).orElse(-1),
        by(published.orElse(latest)),
        madeAt(published.orElse(latest)),
        latest.published() ? 0 : latest.edition());
  }

  /** The title of a board as its text has it; its id when the text cannot be read. */
  String title(BoardEdition edition) {
    return BoardReader.read(edition.text())
        .board()
        .map(board -> LocalText.of(board.title(), figures.messages().language()))
        .orElse(edition.boardId());
  }

  Map<String, Object> page(List<BoardEdition> editions, Notice notice) {
    BoardEdition latest = editions.get(0);
    int shown =
        editions.stream()
            .filter(BoardEdition::published)
            .findFirst()
            .map(BoardEdition::edition)
            .orElse(-1);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", latest.boardId());
    model.put("title", title(latest));
    model.put("edition", latest.edition());
    model.put("draft", !latest.published());
    model.put("by", by(latest));
    model.put("madeAt", madeAt(latest));
    model.put("text", notice.text().orElse(latest.text()));
    model.put("rows", Math.min(40, Math.max(16, latest.text().split("\n", -1).length + 2)));
    model.put("problem", notice.problem());
    model.put("faults", notice.faults());
    model.put("theirs", notice.theirs());
    model.put("stepId", UUID.randomUUID().toString());
    model.put("editions", lines(editions, shown));
    model.put("kinds", kinds());
    return model;
  }

  private List<EditionLine> lines(List<BoardEdition> editions, int shown) {
    List<EditionLine> lines = new ArrayList<>();
    for (int i = 0; i < editions.size(); i++) {
      BoardEdition one = editions.get(i);
      String before = i + 1 < editions.size() ? editions.get(i + 1).text() : "";
      lines.add(
          new EditionLine(
              one.edition(),
              one.published(),
              one.edition() == shown,
              one.published() && one.edition() != shown,
              one.restores().orElse(-1),
              by(one),
              madeAt(one),
              i + 1 < editions.size() ? difference(before, one.text()) : List.of()));
    }
    return lines;
  }

  static List<DiffLine> difference(String before, String after) {
    List<String> old = Arrays.asList(before.split("\n", -1));
    List<String> now = Arrays.asList(after.split("\n", -1));
    return UnifiedDiffUtils.generateUnifiedDiff(
            "before", "after", old, DiffUtils.diff(old, now), CONTEXT_LINES)
        .stream()
        .skip(HEAD_LINES)
        .map(BoardView::line)
        .toList();
  }

  private static DiffLine line(String line) {
    if (line.startsWith("@@")) {
      return new DiffLine("…", "place", "");
    }
    String text = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> new DiffLine("+", "added", text);
      case '-' -> new DiffLine("−", "removed", text);
      default -> new DiffLine(" ", "same", text);
    };
  }

  private List<KindLine> kinds() {
    return Arrays.stream(PanelKind.values())
        .filter(PanelKind::placeable)
        .map(
            kind ->
                new KindLine(
                    kind.word(),
                    figures.messages().text("boards.kind." + kind.word()),
                    kind.described().stream().collect(Collectors.joining("; "))))
        .toList();
  }

  private String by(BoardEdition edition) {
    if (edition.edition() == 0) {
      return figures.messages().text("boards.shipped");
    }
    return edition.actor().isEmpty() ? figures.messages().text("boards.nobody") : edition.actor();
  }

  private String madeAt(BoardEdition edition) {
    return edition.edition() == 0 ? "" : figures.fullMoment(edition.madeAt());
  }
}
