package city.chengmai.datasets.mechanism;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a figure of a mechanism is: a closed list, each a count, a share, a mean or a median. */
public enum MeasureKind {
  /** Services held in the time. */
  SERVICES(Source.SERVICE, Shape.COUNT),
  /** People who took part. */
  PARTICIPANTS(Source.SERVICE, Shape.COUNT),
  /** Hours from beginning to end of services. */
  HOURS(Source.SERVICE, Shape.AMOUNT),
  /** Sum of an attribute of services. */
  SUM(Source.SERVICE, Shape.AMOUNT, Need.ATTRIBUTE),
  /** Mean of an attribute of services. */
  PER_SERVICE(Source.SERVICE, Shape.MEAN, Need.ATTRIBUTE),
  /** Sum of an attribute of sum of another, of services that tell both. */
  RATIO(Source.SERVICE, Shape.SHARE, Need.ATTRIBUTE, Need.OVER),
  /** Services that were done or passed, of those with an outcome. */
  PASSED(Source.SERVICE, Shape.SHARE),
  /** Services held when they were planned, of those planned. */
  ON_TIME(Source.SERVICE, Shape.SHARE),
  /** Services outside office hours, of all. */
  AFTER_HOURS(Source.SERVICE, Shape.SHARE),
  /** Days from the last service to the end. */
  SINCE_LAST(Source.SERVICE, Shape.DAYS),
  /** Different targets of services. */
  TARGETS(Source.SERVICE, Shape.COUNT),
  /** Different targets on a register, of the register. */
  REACH(Source.SERVICE, Shape.SHARE, Need.REGISTER),
  /** Different items of a menu that were given, of the menu. */
  ITEMS_USED(Source.SERVICE, Shape.SHARE, Need.REGISTER),
  /** Services a register entry. */
  PER_ENTRY(Source.SERVICE, Shape.MEAN, Need.REGISTER),
  /** Entries that stand at the end. */
  ENTRIES(Source.REGISTER, Shape.COUNT),
  /** Entries that began in the time. */
  OPENED(Source.REGISTER, Shape.COUNT),
  /** Entries that ended in the time. */
  ENDED(Source.REGISTER, Shape.COUNT),
  /** Entries that had ended by the end, of those that had begun. */
  ENDED_SHARE(Source.REGISTER, Shape.SHARE),
  /** Capacity of entries. */
  CAPACITY(Source.REGISTER, Shape.AMOUNT),
  /** Sum of an attribute of entries. */
  ENTRY_SUM(Source.REGISTER, Shape.AMOUNT, Need.ATTRIBUTE),
  /** Entries per 1,000 residents. */
  PER_THOUSAND(Source.REGISTER, Shape.MEAN),
  /**
   * Place of the entries per resident among those of other places, which another register tells of.
   */
  RANK(Source.REGISTER, Shape.PLACE, Need.REGISTER),
  /** Latest readings of capacity. */
  CAPACITY_USED(Source.REGISTER, Shape.SHARE),
  /** Entries whose latest reading is above their capacity. */
  OVER_CAPACITY(Source.REGISTER, Shape.COUNT),
  /** Entries above their capacity again after a day within it, of those above it in the time. */
  OVER_AGAIN(Source.REGISTER, Shape.SHARE),
  /** Entries with a reading in the last day, of all. */
  HEARD(Source.REGISTER, Shape.SHARE),
  /** Demands raised in the time. */
  DEMANDS(Source.DEMAND, Shape.COUNT),
  /** Of demands raised in the time, those matched by its end. */
  MATCHED(Source.DEMAND, Shape.SHARE),
  /** Median days from raised to matched. */
  MATCH_DAYS(Source.DEMAND, Shape.DAYS),
  /** Median days from raised to closed. */
  CLOSE_DAYS(Source.DEMAND, Shape.DAYS),
  /** Demands neither matched nor closed at the end. */
  OPEN(Source.DEMAND, Shape.COUNT),
  /** Cases reported in a category. */
  CASES(Source.CASE, Shape.COUNT),
  /** Enterprises that are new on file. */
  ARRIVALS(Source.ARRIVAL, Shape.COUNT),
  /** Of new enterprises whose days ended in the time, those that got the part within them. */
  WELCOMED(Source.ARRIVAL, Shape.SHARE, Need.DAYS),
  /** Median days from new on file to the first part handed over. */
  WELCOME_DAYS(Source.ARRIVAL, Shape.DAYS);

  /** The rows that a measure is about. */
  public enum Source {
    /** Table {@code services}. */
    SERVICE,
    /** Table {@code registry}. */
    REGISTER,
    /** Table {@code demands}. */
    DEMAND,
    /** Table {@code cases}, by category. */
    CASE,
    /** Enterprises new on file, by the part of the service package that they get. */
    ARRIVAL
  }

  /** How a value reads, which decides whether it needs a smallest sample. */
  public enum Shape {
    /** A whole number. */
    COUNT(0),
    /** A number that need not be whole. */
    AMOUNT(0),
    /** A share of one. */
    SHARE(5),
    /** So much for each. */
    MEAN(3),
    /** A place in a ranking, from 1; its sample are the others. */
    PLACE(3),
    /** Days; a median has a sample. */
    DAYS(3);

    private final long smallest;

    Shape(long smallest) {
      this.smallest = smallest;
    }

    /** The smallest sample where a measure names none. */
    public long smallest() {
      return smallest;
    }
  }

  /** What a declaration has to name beside the kind. */
  enum Need {
    ATTRIBUTE,
    OVER,
    REGISTER,
    DAYS
  }

  private final Source source;
  private final Shape shape;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<Need> needs;

  MeasureKind(Source source, Shape shape, Need... needs) {
    this.source = source;
    this.shape = shape;
    this.needs = List.of(needs);
  }

  /** The rows that it is about. */
  public Source source() {
    return source;
  }

  /** How its value reads. */
  public Shape shape() {
    return shape;
  }

  boolean needs(Need need) {
    return needs.contains(need);
  }

  /** The name in declarations, for example {@code per-service}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<MeasureKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  static String list() {
    return Arrays.stream(values()).map(MeasureKind::wireName).collect(Collectors.joining(", "));
  }
}
