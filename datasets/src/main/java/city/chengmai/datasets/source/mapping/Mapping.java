package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.CityConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mapping file says (数据映射): which column means what. The keys are explained in the module's
 * README. Column names that are not given are empty.
 *
 * @param source CloudEvents source of the events
 * @param file how the file is written
 * @param times how times are written
 * @param caseId where the case id stands
 * @param opened column of the opening time
 * @param due column of the due time
 * @param closed column of the closing time
 * @param status vocabulary of the status
 * @param category where the category stands
 * @param channel vocabulary of the channel
 * @param kind component, event, or empty
 * @param unit column of the responsible unit; used only when {@code dispatched} is among the events
 * @param area column of the area name
 * @param point columns of the point
 * @param address column of the address
 * @param description column of the description
 * @param eventsAtOpen stages that the opening vouches for, beginning with reported
 * @param closeManner manner of the closing
 * @param rules what to do with contradictions
 */
public record Mapping(
    String source,
    FileFormat file,
    TimeFormat times,
    CaseId caseId,
    String opened,
    String due,
    String closed,
    Vocabulary status,
    CategoryColumns category,
    Vocabulary channel,
    String kind,
    String unit,
    String area,
    PointColumns point,
    String address,
    String description,
    List<String> eventsAtOpen,
    String closeManner,
    Rules rules) {

  /** Refuses missing keys and steps that a case cannot take; fills in the defaults. */
  public Mapping {
    required("source", source);
    required("file", file);
    required("times", times);
    required("case-id", caseId);
    required("opened", opened);
    required("category", category);
    due = requireNonNullElse(due, "");
    closed = requireNonNullElse(closed, "");
    status = requireNonNullElse(status, Vocabulary.NONE);
    channel = requireNonNullElse(channel, Vocabulary.NONE);
    kind = requireNonNullElse(kind, "");
    unit = requireNonNullElse(unit, "");
    area = requireNonNullElse(area, "");
    point = requireNonNullElse(point, PointColumns.NONE);
    address = requireNonNullElse(address, "");
    description = requireNonNullElse(description, "");
    eventsAtOpen = List.copyOf(requireNonNullElse(eventsAtOpen, List.of("reported", "filed")));
    closeManner = requireNonNullElse(closeManner, "direct");
    rules = requireNonNullElse(rules, Rules.USUAL);
    MappingChecks.check(eventsAtOpen, status, channel, kind, closeManner);
  }

  /** The events at the opening, in order. */
  List<EventType> openingEvents() {
    return eventsAtOpen.stream().map(MappingChecks::openingEvent).toList();
  }

  static void required(String key, Object value) {
    if (value == null || value.toString().isBlank()) {
      throw new CityConfigurationException("key " + key + " is missing");
    }
  }

  /**
   * Where the case id stands.
   *
   * @param column its column
   * @param prefix what makes it unique in the installation
   */
  public record CaseId(String column, String prefix) {
    /** Refuses a missing column. */
    public CaseId {
      required("case-id.column", column);
      prefix = requireNonNullElse(prefix, "");
    }
  }

  /**
   * Where the category stands: the slugs of these columns, joined with slashes.
   *
   * @param columns from the class down
   * @param fallback category id for a row where they are blank
   */
  public record CategoryColumns(List<String> columns, @JsonProperty("default") String fallback) {
    /** Refuses missing columns. */
    public CategoryColumns {
      required("category.columns", columns);
      columns = List.copyOf(columns);
      fallback = requireNonNullElse(fallback, "uncategorised");
    }
  }

  /**
   * The words of a column and ours for them; letter case and outer blanks do not matter.
   *
   * @param column its column, empty when there is none
   * @param values their word to ours
   * @param fallback ours for any other word; empty when there is none
   */
  public record Vocabulary(
      String column, Map<String, String> values, @JsonProperty("default") String fallback) {

    static final Vocabulary NONE = new Vocabulary(null, null, null);

    /** Fills in the defaults. */
    public Vocabulary {
      column = requireNonNullElse(column, "");
      values = Words.keys(requireNonNullElse(values, Map.of()));
      fallback = requireNonNullElse(fallback, "");
    }

    /** Our word for theirs. */
    Optional<String> ours(String theirs) {
      return Optional.ofNullable(values.get(Words.normal(theirs)));
    }
  }

  /**
   * The columns of the point, in degrees.
   *
   * @param longitude column, empty when there is none
   * @param latitude column, empty when there is none
   * @param crs WGS84 (default) or GCJ02
   * @param ignore points that stand for "unknown"
   */
  public record PointColumns(String longitude, String latitude, String crs, List<Point> ignore) {

    static final PointColumns NONE = new PointColumns(null, null, null, null);

    /** Fills in the defaults. */
    public PointColumns {
      longitude = requireNonNullElse(longitude, "");
      latitude = requireNonNullElse(latitude, "");
      crs = requireNonNullElse(crs, "WGS84");
      ignore = List.copyOf(requireNonNullElse(ignore, List.of()));
      if (!List.of("WGS84", "GCJ02").contains(crs)) {
        throw new CityConfigurationException("point.crs is " + crs + ", expected WGS84 or GCJ02");
      }
    }
  }

  /**
   * A point in degrees.
   *
   * @param longitude east
   * @param latitude north
   */
  public record Point(double longitude, double latitude) {}
}
