package city.chengmai.dashboard.page.library;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.library.QueryEndpoint;
import city.chengmai.dashboard.library.SavedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of kept statements, folder by folder. */
final class QueryList {

  /** A folder; without a name the top. */
  public record Folder(String name, List<Item> items) {}

  /**
   * A statement in the list.
   *
   * @param by who wrote the latest edition; empty: somebody while sign-in was off
   * @param own seen by its owner alone
   */
  public record Item(
      String id, String name, String note, int edition, String by, String madeAt, boolean own) {}

  private final List<SavedQuery> queries;
  private final Figures figures;
  private final String account;

  QueryList(List<SavedQuery> queries, Figures figures, String account) {
    this.queries = queries;
    this.figures = figures;
    this.account = account;
  }

  /**
   * The page.
   *
   * @param endpoints of all statements, for administrators; empty for others
   */
  Map<String, Object> model(boolean withdrawn, List<QueryEndpoint> endpoints) {
    Map<String, List<Item>> folders =
        queries.stream()
            .collect(
                Collectors.groupingBy(
                    query -> query.text().folder(),
                    LinkedHashMap::new,
                    Collectors.mapping(this::item, Collectors.toList())));
    return Map.of(
        "withdrawn",
        withdrawn,
        "endpoints",
        endpoints.stream().map(one -> QueryView.EndpointLine.of(one, figures)).toList(),
        "folders",
        folders.entrySet().stream()
            .map(entry -> new Folder(entry.getKey(), entry.getValue()))
            .toList());
  }

  private Item item(SavedQuery query) {
    return new Item(
        query.id(),
        query.text().name(),
        query.text().note(),
        query.edition(),
        query.actor(),
        figures.fullMoment(query.madeAt()),
        !query.text().shared() && !account.isEmpty());
  }
}
