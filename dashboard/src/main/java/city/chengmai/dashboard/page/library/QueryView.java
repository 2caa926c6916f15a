package city.chengmai.dashboard.page.library;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.library.QueryEndpoint;
import city.chengmai.dashboard.library.QueryEndpoints;
import city.chengmai.dashboard.library.SavedQuery;
import city.chengmai.dashboard.query.LibraryQueries.RemarkRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** One kept statement on its page. */
final class QueryView {

  /** An edition; the statement is shown where it is opened. */
  public record EditionLine(
      int edition, String by, String madeAt, String name, String statement, boolean withdrawn) {}

  /** Something that was said. */
  public record RemarkLine(String by, String madeAt, int edition, String remark) {}

  /** A board that the statement can be pinned to. */
  public record BoardChoice(String id, String title) {}

  /** An endpoint. */
  public record EndpointLine(
      String id,
      String queryId,
      String name,
      int edition,
      boolean revoked,
      String changedAt,
      String changedBy) {

    static EndpointLine of(QueryEndpoint endpoint, Figures figures) {
      return new EndpointLine(
          endpoint.id(),
          endpoint.queryId(),
          endpoint.name(),
          endpoint.edition(),
          endpoint.revoked(),
          figures.fullMoment(endpoint.changedAt()),
          endpoint.changedBy());
    }
  }

  /**
   * What the page says first.
   *
   * @param problem a sentence; empty: none
   * @param done what was done, a sentence; empty: nothing to tell
   * @param address of an endpoint that was just made; empty: none was
   * @param token its token, shown once
   */
  record Notice(String problem, String done, String address, String token) {

    static final Notice NONE = problem("");

    static Notice problem(String sentence) {
      return new Notice(sentence, "", "", "");
    }

    static Notice made(String server, QueryEndpoints.Made made) {
      String path = "/api/queries/" + PathSegment.of(made.endpoint().id());
      return new Notice("", "", server + path, made.token());
    }

    static Notice done(String sentence) {
      return new Notice("", sentence, "", "");
    }
  }

  private final List<SavedQuery> editions;
  private final Figures figures;
  private final String account;

  /** A view of these editions, latest first. */
  QueryView(List<SavedQuery> editions, Figures figures, String account) {
    this.editions = editions;
    this.figures = figures;
    this.account = account;
  }

  /** The page; empty when there is no such statement. */
  Optional<Map<String, Object>> model(
      List<RemarkRow> remarks,
      List<QueryEndpoint> endpoints,
      List<BoardChoice> boards,
      Notice notice) {
    return editions.stream()
        .findFirst()
        .map(
            latest -> {
              Map<String, Object> model = model(latest, remarks, endpoints, notice);
              boolean open = latest.isForAll() && !latest.withdrawn();
              model.put("boards", open ? boards : List.of());
              return model;
            });
  }

  private Map<String, Object> model(
      SavedQuery latest, List<RemarkRow> remarks, List<QueryEndpoint> endpoints, Notice notice) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", latest.id());
    model.put("edition", latest.edition());
    model.put("name", latest.text().name());
    model.put("folder", latest.text().folder());
    model.put("note", latest.text().note());
    model.put("statement", latest.text().statement());
    model.put("parameters", new TreeMap<>(latest.text().parameters()));
    model.put("own", !latest.text().shared() && !account.isEmpty());
    model.put("withdrawn", latest.withdrawn());
    model.put("by", latest.actor());
    model.put("madeAt", figures.fullMoment(latest.madeAt()));
    model.put("editions", editions.stream().map(this::line).toList());
    model.put("remarks", remarks.stream().map(this::line).toList());
    model.put("endpoints", endpoints.stream().map(one -> EndpointLine.of(one, figures)).toList());
    model.put("problem", notice.problem());
    model.put("done", notice.done());
    model.put("address", notice.address());
    model.put("token", notice.token());
    model.put("stepId", UUID.randomUUID().toString());
    return model;
  }

  private EditionLine line(SavedQuery query) {
    return new EditionLine(
        query.edition(),
        query.actor(),
        figures.fullMoment(query.madeAt()),
        query.text().name(),
        query.text().statement(),
        query.withdrawn());
  }

  private RemarkLine line(RemarkRow row) {
    return new RemarkLine(
        row.actor(), figures.fullMoment(row.madeAt()), row.edition(), row.remark());
  }
}
