package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.FileFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a mapping file says (数据映射): which column means what. The keys are explained in the module's
 * README. A file holds cases or, with the key {@code readings}, measurements of devices.
 *
 * @param source CloudEvents source of the events
 * @param file how the file is written
 * @param times how times are written
 * @param caseId where the case id stands
 * @param opened opening time
 * @param due due time
 * @param closed closing time
 * @param updated time of the last change
 * @param status their words to open, closed, cancelled, reopened
 * @param category where the category stands
 * @param channel their words to channels
 * @param kind component, event, or empty
 * @param unit responsible unit; used only when {@code dispatched} is among the events
 * @param area area name
 * @param point where the point stands
 * @param address address
 * @param description description
 * @param eventsAtOpen stages that the opening vouches for, beginning with reported
 * @param closeManner manner of the closing
 * @param readings measurements, null when the file holds cases; see {@link #measurements}
 * @param rules what to do with contradictions
 */
public record Mapping(
    String source,
    FileFormat file,
    TimeFormat times,
    Field caseId,
    Field opened,
    Field due,
    Field closed,
    Field updated,
    Field status,
    CategoryColumns category,
    Field channel,
    String kind,
    Field unit,
    Field area,
    PointColumns point,
    Field address,
    Field description,
    List<String> eventsAtOpen,
    String closeManner,
    Readings readings,
    Rules rules) {

  /** Refuses missing keys and steps that a case cannot take; fills in the defaults. */
  public Mapping {
    required("source", source);
    required("file", file);
    required("times", times);
    if (readings == null) {
      required("case-id", caseId);
      required("opened", opened);
      required("category", category);
    }
    caseId = requireNonNullElse(caseId, Field.NONE);
    opened = requireNonNullElse(opened, Field.NONE);
    due = requireNonNullElse(due, Field.NONE);
    closed = requireNonNullElse(closed, Field.NONE);
    updated = requireNonNullElse(updated, Field.NONE);
    status = requireNonNullElse(status, Field.NONE);
    category = requireNonNullElse(category, CategoryColumns.NONE);
    channel = requireNonNullElse(channel, Field.NONE);
    kind = requireNonNullElse(kind, "");
    unit = requireNonNullElse(unit, Field.NONE);
    area = requireNonNullElse(area, Field.NONE);
    point = requireNonNullElse(point, PointColumns.NONE);
    address = requireNonNullElse(address, Field.NONE);
    description = requireNonNullElse(description, Field.NONE);
    eventsAtOpen = List.copyOf(requireNonNullElse(eventsAtOpen, List.of("reported", "filed")));
    closeManner = requireNonNullElse(closeManner, "direct");
    rules = requireNonNullElse(rules, Rules.USUAL);
    MappingChecks.check(eventsAtOpen, status, channel, kind, closeManner);
  }

  /** The measurements, empty when the file holds cases. */
  Optional<Readings> measurements() {
    return Optional.ofNullable(readings);
  }

  /** The events at the opening, in order. */
  List<EventType> openingEvents() {
    return eventsAtOpen.stream().map(MappingChecks::openingEvent).toList();
  }

  /** The alternatives of every column that the file must have. */
  Stream<List<String>> neededColumns() {
    Stream<Field> own =
        Stream.of(
            caseId,
            opened,
            due,
            closed,
            updated,
            status,
            channel,
            unit,
            area,
            address,
            description);
    return Stream.of(
            own,
            category.columns().stream(),
            point.fields(),
            measurements().stream().flatMap(Readings::fields))
        .flatMap(fields -> fields)
        .flatMap(Field::needed);
  }

  static void required(String key, Object value) {
    if (value == null || value.toString().isBlank()) {
      throw new CityConfigurationException("key " + key + " is missing");
    }
  }
}
