package city.chengmai.dashboard.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Statements of the desk that are kept, and what was said about them. */
public final class LibraryQueries {

  /** An edition; the components are the columns of the table. */
  public record EditionRow(
      String queryId,
      int edition,
      String editionId,
      String name,
      String folder,
      String note,
      String statement,
      Map<String, String> parameters,
      int shared,
      int withdrawn,
      String owner,
      String actor,
      Instant madeAt) {}

  /** Something that was said about an edition. */
  public record RemarkRow(
      String remarkId, int edition, String actor, String remark, Instant madeAt) {}

  private final Store store;

  /** Questions to this store. */
  public LibraryQueries(Store store) {
    this.store = store;
  }

  /** Latest editions that an account sees, withdrawn or not, by folder and name; at most 1,000. */
  public List<EditionRow> list(String account, boolean withdrawn) {
    return store.rows(
        "library-list",
        EditionRow.class,
        Map.of("account", account, "withdrawn", withdrawn ? 1 : 0));
  }

  /** The editions of a query that hold, latest first. */
  public List<EditionRow> editions(String query) {
    return store.rows("library-editions", EditionRow.class, Map.of("query", query));
  }

  /** What was said about a query, earliest first. */
  public List<RemarkRow> remarks(String query) {
    return store.rows("library-remarks", RemarkRow.class, Map.of("query", query));
  }
}
