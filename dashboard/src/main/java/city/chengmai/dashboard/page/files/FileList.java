package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.FileQueries.Cut;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The list of files of one kind, searched and cut into pages. */
final class FileList {

  private static final int PAGE = 50;
  private static final int LAST_PAGE = 100_000;
  private static final List<String> KINDS = List.of("enterprise", "building", "grid");
  private static final List<String> ORDERS = List.of("name", "lacking", "oldest");

  /**
   * What a visitor asked for; what does not fit counts as not said.
   *
   * @param page from 1
   */
  record Wish(String kind, String word, String grid, String order, int page) {

    static Wish of(String kind, String word, String grid, String order, String page) {
      return new Wish(
          KINDS.contains(kind) ? kind : KINDS.get(0),
          word,
          grid,
          ORDERS.contains(order) ? order : ORDERS.get(0),
          page.matches("[1-9][0-9]{0,5}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 1);
    }

    String address(String otherKind, int otherPage) {
      StringBuilder address = new StringBuilder("/files?kind=" + otherKind);
      append(address, "q", word);
      append(address, "grid", grid);
      append(address, "order", order.equals(ORDERS.get(0)) ? "" : order);
      append(address, "page", otherPage > 1 ? String.valueOf(otherPage) : "");
      return address.toString();
    }

    private static void append(StringBuilder address, String name, String value) {
      if (!value.isEmpty()) {
        address
            .append('&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
  }

  /** Something to choose. */
  public record Choice(String key, String name, String path, boolean chosen) {}

  /** A grid in the list. */
  public record GridLine(String id, String name, String type, String size) {}

  private final FileDesk desk;

  FileList(FileDesk desk) {
    this.desk = desk;
  }

  Map<String, Object> model(Wish wish) {
    Messages messages = desk.figures().messages();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("kind", wish.kind());
    model.put("word", wish.word());
    model.put("gridId", wish.grid());
    model.put(
        "gridName",
        wish.grid().isEmpty() ? "" : desk.city().areaName(wish.grid(), messages.language()));
    model.put(
        "withoutGrid",
        new Wish(wish.kind(), wish.word(), "", wish.order(), 1).address(wish.kind(), 1));
    model.put("order", wish.order());
    model.put("kinds", choices(wish));
    model.put("orders", orders(wish));
    boolean grids = wish.kind().equals("grid");
    if (grids) {
      grids(model, wish);
    } else {
      records(model, wish);
    }
    if (wish.kind().equals("building")) {
      model.put("stewards", Stewards.of(desk.files().stewards(wish.grid(), desk.now()), desk));
    }
    return model;
  }

  private void records(Map<String, Object> model, Wish wish) {
    Cut cut = new Cut(wish.order(), PAGE, (wish.page() - 1) * PAGE);
    List<FileRow> rows = desk.find(wish.kind(), List.of(), wish.grid(), wish.word(), cut);
    long total = rows.stream().findFirst().map(FileRow::total).orElse(0L);
    model.put("lines", new FileLines(desk).of(wish.kind(), rows));
    model.put("grids", List.of());
    model.put("sum", FileSum.of(wish.kind(), rows, desk));
    paging(model, wish, total);
  }

  private void grids(Map<String, Object> model, Wish wish) {
    String word = wish.word().toLowerCase(Locale.ROOT);
    List<AreaRow> found =
        desk.city().baseGrids().stream()
            .filter(
                area ->
                    Stream.of(area.areaId(), area.nameZh(), area.nameEn())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word)))
            .toList();
    model.put("lines", List.of());
    model.put(
        "grids",
        found.stream().skip((wish.page() - 1L) * PAGE).limit(PAGE).map(this::grid).toList());
    model.put("sum", new FileSum(desk.figures().count(found.size()), Figures.NONE, Figures.NONE));
    paging(model, wish, found.size());
  }

  private GridLine grid(AreaRow area) {
    Messages messages = desk.figures().messages();
    return new GridLine(
        area.areaId(),
        desk.city().areaName(area.areaId(), messages.language()),
        messages.textOr("grid-type." + area.gridType(), area.gridType()),
        messages.text("file.unit.size", desk.figures().number(area.squareKilometres(), 3)));
  }

  private void paging(Map<String, Object> model, Wish wish, long total) {
    long last = Math.max(1, (total + PAGE - 1) / PAGE);
    model.put("total", total);
    model.put(
        "paging",
        desk.figures()
            .messages()
            .text("files.page", desk.figures().count(wish.page()), desk.figures().count(last)));
    model.put("paged", last > 1 || wish.page() > 1);
    model.put("before", wish.page() > 1 ? wish.address(wish.kind(), wish.page() - 1) : "");
    model.put("after", wish.page() < last ? wish.address(wish.kind(), wish.page() + 1) : "");
  }

  private List<Choice> choices(Wish wish) {
    Messages messages = desk.figures().messages();
    return KINDS.stream()
        .map(
            kind ->
                new Choice(
                    kind,
                    messages.text("files.kind." + kind),
                    "/files?kind=" + kind,
                    kind.equals(wish.kind())))
        .toList();
  }

  private List<Choice> orders(Wish wish) {
    Messages messages = desk.figures().messages();
    return ORDERS.stream()
        .map(
            order ->
                new Choice(
                    order, messages.text("files.order." + order), "", order.equals(wish.order())))
        .toList();
  }
}
