package city.chengmai.analytics.model.foresight;

import city.chengmai.datasets.foresight.ForesightMethod.Candidates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Where a complaint is likely (未诉先办清单). A matter is likelier to draw one the more matters of its
 * category lie within a few metres in the days before it; how likely, the past of all places tells:
 * the share of matters with as many before them that a complaint followed, by category, drawn
 * towards the share of all categories where there were few (a Beta prior of that mean). Nobody has
 * been there unasked since, so a visit may come first.
 */
public final class PlaceForecast {

  /** From here on, more matters make no further difference. */
  static final int MOST_BEFORE = 4;

  private static final double TAIL = 0.025;
  private static final Comparator<Told> BY_TIME =
      Comparator.comparing(Told::at).thenComparing(Told::id);

  private final Candidates numbers;
  private final NearMatters index;
  private final List<Around> matters;

  /** A matter with all near it, itself among them, in order of time. */
  private record Around(Told told, List<Told> near) {

    /**
     * Those near it in a time: some places have thousands, so nothing goes through all of them.
     *
     * @param from first moment
     * @param until first moment after
     */
    List<Told> near(Instant from, Instant until) {
      int first = place(from);
      return near.subList(first, Math.max(first, place(until)));
    }

    /** How many lie before a moment. */
    private int place(Instant moment) {
      int low = 0;
      int high = near.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (near.get(middle).at().isBefore(moment)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /** What a likelihood is learned from. */
  private record Lesson(String category, int before) {}

  /** How often a complaint followed. */
  private record Share(int many, int followed) {
    Share plus(boolean one) {
      return new Share(many + 1, followed + (one ? 1 : 0));
    }

    static Share sum(Share one, Share other) {
      return new Share(one.many + other.many, one.followed + other.followed);
    }
  }

  /**
   * A place on the list.
   *
   * @param last latest matter there
   * @param matters of the place within the days, the latest first
   * @param learnedFrom matters of the category with as many before them
   * @param base share of all matters that a complaint followed
   * @param likelihood of a complaint
   * @param lower lower end of the 95 % interval
   * @param upper upper end
   */
  public record Candidate(
      Told last,
      List<Told> matters,
      int learnedFrom,
      double base,
      double likelihood,
      double lower,
      double upper) {

    /** Complaints among the matters. */
    public int orders() {
      return (int) matters.stream().filter(one -> one.kind() == Told.Kind.ORDER).count();
    }

    /** The latest address that was told. */
    public String address() {
      return matters.stream()
          .map(Told::address)
          .filter(address -> !address.isEmpty())
          .findFirst()
          .orElse("");
    }
  }

  /**
   * A forecast over the matters of a city.
   *
   * @param metres within which matters have one place
   */
  public PlaceForecast(Collection<Told> told, double metres, Candidates numbers) {
    this.numbers = numbers;
    List<Told> ordered = told.stream().sorted(BY_TIME).toList();
    this.index = new NearMatters(ordered, metres);
    this.matters =
        ordered.stream()
            .map(one -> new Around(one, index.of(one).stream().sorted(BY_TIME).toList()))
            .toList();
  }

  /** The list as it stands at a moment, by what was known then, the likeliest first. */
  public List<Candidate> at(Instant moment) {
    Map<Lesson, Share> lessons = new HashMap<>();
    Map<Integer, Share> all = new HashMap<>();
    Share whole = learn(moment, lessons, all);
    if (whole.many() == 0) {
      return List.of();
    }
    double base = (double) whole.followed() / whole.many();
    List<Candidate> found = new ArrayList<>();
    for (Around one : matters) {
      if (isWaiting(one, moment)) {
        int before = before(one, moment);
        Lesson lesson = new Lesson(one.told().category(), before);
        Share own = lessons.getOrDefault(lesson, new Share(0, 0));
        found.add(candidate(one, moment, own, all.getOrDefault(before, new Share(0, 0)), base));
      }
    }
    return listed(found);
  }

  /** Complaints of its category near a place in the days that a list of a moment foretells. */
  public int complaints(Told place, Instant moment) {
    return within(place, moment, Told.Kind.ORDER);
  }

  /** Finds of its category near a place in the days that a list of a moment foretells. */
  public int finds(Told place, Instant moment) {
    return within(place, moment, Told.Kind.FIND);
  }

  private int within(Told place, Instant moment, Told.Kind kind) {
    Instant end = moment.plus(Duration.ofDays(numbers.followDays()));
    return (int)
        index.of(place).stream()
            .filter(one -> one.kind() == kind)
            .filter(one -> !one.at().isBefore(moment) && one.at().isBefore(end))
            .count();
  }

  private Share learn(Instant moment, Map<Lesson, Share> lessons, Map<Integer, Share> all) {
    Instant from = moment.minus(Duration.ofDays(numbers.learnDays()));
    Instant to = moment.minus(Duration.ofDays(numbers.followDays()));
    Share whole = new Share(0, 0);
    for (Around one : matters) {
      Told told = one.told();
      boolean inTime = !told.at().isBefore(from) && told.at().isBefore(to);
      if (inTime && told.isKnownAt(moment) && nobodyWasThere(one, moment, told.at())) {
        int before = before(one, moment);
        boolean followed = followed(one);
        lessons.merge(
            new Lesson(told.category(), before), new Share(0, 0).plus(followed), Share::sum);
        all.merge(before, new Share(0, 0).plus(followed), Share::sum);
        whole = whole.plus(followed);
      }
    }
    return whole;
  }

  /** Matters up to this one, itself among them. */
  private int before(Around one, Instant moment) {
    Instant from = one.told().at().minus(Duration.ofDays(numbers.days()));
    long many =
        one.near(after(from), after(one.told().at())).stream()
            .filter(other -> other.isKnownAt(moment))
            .limit(MOST_BEFORE)
            .count();
    return (int) Math.min(MOST_BEFORE, many);
  }

  private boolean followed(Around one) {
    Instant end = one.told().at().plus(Duration.ofDays(numbers.followDays()));
    return one.near(after(one.told().at()), after(end)).stream()
        .anyMatch(other -> other.kind() == Told.Kind.ORDER);
  }

  /** The latest of its place, not long ago, and nobody was there unasked. */
  private boolean isWaiting(Around one, Instant moment) {
    Instant fresh = moment.minus(Duration.ofDays(numbers.freshDays()));
    return one.told().isKnownAt(moment)
        && !one.told().at().isBefore(fresh)
        && nobodyWasThere(one, moment, moment)
        && one.near(one.told().at(), Instant.MAX).stream()
            .filter(other -> other.isKnownAt(moment))
            .noneMatch(other -> BY_TIME.compare(other, one.told()) > 0);
  }

  /** The next moment there is. */
  private static Instant after(Instant moment) {
    return moment.plusNanos(1);
  }

  /** No find in the days up to a time, by what is known at a moment. */
  private boolean nobodyWasThere(Around one, Instant moment, Instant until) {
    Instant from = until.minus(Duration.ofDays(numbers.freshDays()));
    return one.near(from, after(until)).stream()
        .noneMatch(other -> other.kind() == Told.Kind.FIND && other.isKnownAt(moment));
  }

  private Candidate candidate(Around one, Instant moment, Share own, Share all, double base) {
    double prior = (all.followed() + base) / (all.many() + 1);
    double hits = own.followed() + numbers.priorWeight() * prior;
    double misses = own.many() - own.followed() + numbers.priorWeight() * (1 - prior);
    Instant from = one.told().at().minus(Duration.ofDays(numbers.days()));
    List<Told> rows =
        one.near(after(from), Instant.MAX).stream()
            .filter(other -> other.isKnownAt(moment))
            .sorted(BY_TIME.reversed())
            .toList();
    boolean certain = hits <= 0 || misses <= 0;
    BetaDistribution belief = certain ? null : new BetaDistribution(hits, misses);
    double mean = hits / (hits + misses);
    return new Candidate(
        one.told(),
        rows,
        own.many(),
        base,
        mean,
        certain ? mean : belief.inverseCumulativeProbability(TAIL),
        certain ? mean : belief.inverseCumulativeProbability(1 - TAIL));
  }

  /** One place a grid and category, the likeliest. */
  private List<Candidate> listed(List<Candidate> found) {
    Set<String> taken = new HashSet<>();
    return found.stream()
        .filter(one -> one.likelihood() >= numbers.least())
        .sorted(
            Comparator.comparingDouble(Candidate::likelihood)
                .thenComparing(one -> one.matters().size())
                .reversed()
                .thenComparing(Candidate::last, BY_TIME.reversed()))
        .filter(one -> taken.add(one.last().grid() + "\t" + one.last().category()))
        .limit(numbers.most())
        .toList();
  }
}
