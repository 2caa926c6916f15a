package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.MechanismQueries.EntryRow;
import city.chengmai.dashboard.query.MechanismQueries.ItemRow;
import city.chengmai.dashboard.query.MechanismQueries.LastRow;
import city.chengmai.dashboard.query.MechanismQueries.OpenRow;
import city.chengmai.dashboard.query.MechanismQueries.PartRow;
import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import city.chengmai.datasets.mechanism.Mechanism;
import city.chengmai.datasets.mechanism.Mechanisms;
import city.chengmai.datasets.mechanism.Split;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows behind the figures of a mechanism. Of one that is about single persons no place and no
 * words are shown.
 */
final class MechanismLists {

  /** A grid with its page; an empty path where there is none. */
  public record Place(String name, String path) {}

  /** A service that took place. */
  public record Held(
      String when, String kind, String about, Place place, String people, String outcome) {}

  /** A demand that waits. */
  public record Waiting(
      String id,
      String since,
      String waits,
      String kind,
      String channel,
      String what,
      Place place) {}

  /** An entry of a register. */
  public record Entry(
      String id,
      String name,
      String kind,
      Place place,
      String since,
      String capacity,
      String occupied,
      boolean over) {}

  /** A part of rows, with the width of its bar in per cent. */
  public record Part(String name, String amount, String share, double width, String checks) {}

  /** Rows told apart. */
  public record Parts(String name, String kind, List<Part> parts) {}

  /** An item of a menu. */
  public record Item(
      String id,
      String name,
      String wishes,
      String matched,
      String open,
      String days,
      String given,
      String people) {}

  private final Mechanism mechanism;
  private final Mechanisms mechanisms;
  private final CityModel city;
  private final Scope scope;
  private final Figures figures;
  private final Messages messages;

  MechanismLists(
      Mechanism mechanism, Mechanisms mechanisms, CityModel city, Scope scope, Figures figures) {
    this.mechanism = mechanism;
    this.mechanisms = mechanisms;
    this.city = city;
    this.scope = scope;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /**
   * Whether rows are told by no list: in a part of the city each row of a mechanism about persons
   * would tell what its small counts keep back, and in a part of one grid also where it is.
   */
  boolean hidden() {
    return mechanism.personal() && scope.narrow();
  }

  /** How many rows there are, as a figure of them is told. */
  String total(long rows) {
    return hidden() && rows > 0 && rows < Reader.FEWEST
        ? messages.text("mechanism.few", Reader.FEWEST)
        : figures.count(rows);
  }

  List<Held> last(List<LastRow> rows) {
    return hidden() ? List.of() : rows.stream().map(this::held).toList();
  }

  private Held held(LastRow row) {
    String about =
        String.join(
            " · ",
            Stream.concat(
                    Stream.of(row.item(), row.target(), row.facility()), row.partners().stream())
                .filter(word -> !word.isEmpty())
                .toList());
    String until = row.endsAt() == null ? "" : "–" + figures.time(row.endsAt());
    return new Held(
        figures.fullMoment(row.heldAt()) + until,
        kind(Source.SERVICE, row.kind()),
        mechanism.personal() ? "" : about,
        place(row.place()),
        row.participants() == null ? Figures.NONE : figures.count(row.participants()),
        row.outcome().isEmpty()
            ? Figures.NONE
            : messages.textOr("mechanism.outcome." + row.outcome(), row.outcome()));
  }

  List<Waiting> open(List<OpenRow> rows, Instant now) {
    return (hidden() ? List.<OpenRow>of() : rows)
        .stream()
            .map(
                row ->
                    new Waiting(
                        row.demandId(),
                        figures.fullMoment(row.raisedAt()),
                        figures.duration(Duration.between(row.raisedAt(), now)),
                        kind(Source.DEMAND, row.kind()),
                        channel(row),
                        mechanism.personal() ? "" : joined(row.item(), row.description()),
                        place(row.place())))
            .toList();
  }

  private static String joined(String item, String words) {
    return item.isEmpty() ? words : words.isEmpty() ? item : item + " · " + words;
  }

  private String channel(OpenRow row) {
    Optional<LocalName> named =
        mechanism.splits().stream()
            .filter(split -> split.of().equals(row.kind()) && split.by().equals("channel"))
            .flatMap(split -> Optional.ofNullable(split.values().get(row.channel())).stream())
            .findFirst();
    return named
        .map(name -> LocalText.of(name, messages.language()))
        .orElseGet(() -> messages.textOr("mechanism.channel." + row.channel(), row.channel()));
  }

  List<Entry> entries(List<EntryRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Entry(
                    row.recordId(),
                    row.name().isEmpty() ? row.recordId() : row.name(),
                    kind(Source.REGISTER, row.kind()),
                    place(row.place()),
                    row.validFrom() == null ? Figures.NONE : figures.fullMoment(row.validFrom()),
                    row.capacity() == null ? Figures.NONE : figures.amount(row.capacity()),
                    row.occupied() == null ? Figures.NONE : figures.amount(row.occupied()),
                    row.occupied() != null
                        && row.capacity() != null
                        && row.occupied() > row.capacity()))
        .toList();
  }

  Parts parts(Split split, List<PartRow> rows) {
    long all = rows.stream().mapToLong(PartRow::amount).sum();
    long most = rows.stream().mapToLong(PartRow::amount).max().orElse(0);
    return new Parts(
        LocalText.of(split.name(), messages.language()),
        kind(split.source(), split.of()),
        rows.stream().map(row -> part(split, row, all, most)).toList());
  }

  private Part part(Split split, PartRow row, long all, long most) {
    boolean few = hidden() && row.amount() > 0 && row.amount() < Reader.FEWEST;
    return new Part(
        value(split, row.value()),
        total(row.amount()),
        few || all == 0 ? "" : figures.percent((double) row.amount() / all),
        few || most == 0 ? 0 : 100.0 * row.amount() / most,
        row.checks() == 0 || hidden()
            ? ""
            : messages.text(
                "mechanism.checks",
                figures.count(row.checks()),
                figures.count(row.failed()),
                row.checks() < Reader.FEWEST
                    ? messages.text("state.insufficient")
                    : figures.percent((double) row.failed() / row.checks())));
  }

  private String value(Split split, String value) {
    if (value.isEmpty()) {
      return messages.text("mechanism.not-said");
    }
    LocalName name = split.values().get(value);
    if (name != null) {
      return LocalText.of(name, messages.language());
    }
    return switch (split.by()) {
      case "hour" -> value + ":00";
      case "community-form" -> messages.textOr("community-form." + value, value);
      case "decade" -> messages.text("mechanism.decade", value);
      default -> value;
    };
  }

  List<Item> items(List<ItemRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Item(
                    row.recordId(),
                    row.name(),
                    figures.count(row.wishes()),
                    row.wishes() == 0
                        ? Figures.NONE
                        : figures.count(row.matched()) + " / " + figures.count(row.wishes()),
                    figures.count(row.open()),
                    row.matchDays() == null
                        ? Figures.NONE
                        : messages.text("duration.days", figures.number(row.matchDays(), 1)),
                    figures.count(row.given()),
                    figures.count(row.participants())))
        .toList();
  }

  private String kind(Source source, String kind) {
    LocalName name = mechanisms.kinds(source).get(kind);
    return name == null ? kind : LocalText.of(name, messages.language());
  }

  /** The grid of a row; where persons are meant it is not told. */
  private Place place(String grid) {
    if (mechanism.personal() || grid.isEmpty()) {
      return new Place(Figures.NONE, "");
    }
    return new Place(
        city.areaName(grid, messages.language()), city.area(grid).isPresent() ? grid : "");
  }
}
