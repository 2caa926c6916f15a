package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of enterprises and buildings (一企一档, 一楼一档): lists, one file, what was told of it. */
public final class FileQueries {

  /**
   * A file as it stands, with sums over all files that the question found.
   *
   * @param app app of the latest update
   * @param confirmedAt when somebody told of it last
   * @param fields filled fields by name
   * @param filled mandatory fields that are filled
   * @param total files found
   * @param totalFilled filled mandatory fields of all of them
   * @param totalFresh files confirmed within their refresh period
   */
  public record FileRow(
      String id,
      String app,
      Instant confirmedAt,
      Map<String, String> fields,
      int filled,
      long total,
      long totalFilled,
      long totalFresh) {

    /** The value of a field; empty when it is not filled. */
    public String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /** What was told of a record. */
  public record FileEventRow(
      String source, String id, String type, Instant occurredAt, String data) {}

  /** One drawing of an area. */
  public record DrawingRow(
      String areaId,
      String nameZh,
      String nameEn,
      String gridType,
      String communityForm,
      long residents,
      long enterprises,
      double squareKilometres,
      LocalDate validFrom,
      LocalDate validTo) {}

  /** Base records of one kind. */
  public record KindRow(String recordKind, long records) {}

  /**
   * Which files are asked for.
   *
   * @param kind enterprise or building
   * @param ids any of these; all when empty
   * @param grid of this grid; of all when empty
   * @param word part of name or id
   * @param mandatory fields that a complete file fills
   * @param freshSince confirmed no earlier means fresh
   */
  public record Search(
      String kind,
      Collection<String> ids,
      String grid,
      String word,
      List<String> mandatory,
      Instant freshSince) {}

  /**
   * Which part of what was found.
   *
   * @param order {@code name}, {@code lacking} (least complete first) or {@code oldest}
   */
  public record Cut(String order, int limit, int offset) {}

  private static final int EVENTS = 500;

  /**
   * A building.
   *
   * @param taxClass empty when nobody told
   * @param hasSteward 1 when one is named
   */
  public record StewardRow(
      String buildingId, String name, String grid, String taxClass, int hasSteward) {}

  private final Store store;

  /** Questions to this store. */
  public FileQueries(Store store) {
    this.store = store;
  }

  /** Files that a search finds. */
  public List<FileRow> files(Search search, Cut cut) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("kind", search.kind());
    parameters.put("ids", search.ids());
    parameters.put("grid", search.grid());
    parameters.put("word", search.word());
    parameters.put("mandatory", search.mandatory());
    parameters.put("fresh_since", search.freshSince());
    parameters.put("order", cut.order());
    parameters.put("limit", cut.limit());
    parameters.put("offset", cut.offset());
    return store.rows("files", FileRow.class, parameters);
  }

  /** The file of one id. */
  public Optional<FileRow> file(
      String kind, String id, List<String> mandatory, Instant freshSince) {
    Search search = new Search(kind, List.of(id), "", "", mandatory, freshSince);
    return files(search, new Cut("name", 1, 0)).stream().findFirst();
  }

  /** The latest 500 events that told of a record, newest first. */
  public List<FileEventRow> events(String id, Instant now) {
    return store.rows(
        "file-events", FileEventRow.class, Map.of("id", id, "now", now, "limit", EVENTS));
  }

  /** Every drawing of an area, newest first. */
  public List<DrawingRow> drawings(String area) {
    return store.rows("file-areas", DrawingRow.class, Map.of("area", area));
  }

  /**
   * Buildings with whether they have a steward, those without first; of a grid when it is given.
   */
  public List<StewardRow> stewards(String grid, Instant now) {
    return store.rows("file-stewards", StewardRow.class, Map.of("grid", grid, "now", now));
  }

  /** How many base records of each kind a grid has. */
  public List<KindRow> kinds(String grid) {
    return store.rows("file-kinds", KindRow.class, Map.of("grid", grid));
  }
}
