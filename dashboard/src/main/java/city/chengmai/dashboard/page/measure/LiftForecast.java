package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.query.MeasureQueries.StaircaseRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * When staircases under way will have their lift. In each of many rounds the spells of every stage
 * are drawn anew with replacement, and each staircase goes through what is before it with lengths
 * of these spells, given how long it has stood where it stands. The ends of 95 % of the rounds are
 * the interval; it covers chance and how little was seen, not a change of the law or of the money.
 * The same rows give the same forecast.
 *
 * @param lacking stages before somebody, counted from 1, that too few staircases went through; with
 *     any there is no forecast and {@code parts} is empty
 * @param all staircases that there are
 * @param finished of them
 * @param whole all staircases with a day until when they should be finished
 * @param parts the same by grid, that is by residents' committee, in order of their ids
 * @param finishedAfter days until the last staircase is finished; infinite beyond what was seen
 * @param course staircases finished after days from now
 */
record LiftForecast(
    List<Integer> lacking,
    int all,
    int finished,
    Part whole,
    List<Part> parts,
    Span finishedAfter,
    List<Step> course) {

  /** So many must have gone through a stage before it is foretold. */
  static final int FEWEST = 8;

  private static final int STAGES = 5;
  private static final int MOST_ROUNDS = 1000;
  private static final int FEWEST_ROUNDS = 200;
  private static final int DRAWS = 500_000;
  private static final long SEED = 2025;
  private static final double TAIL = 0.025;
  private static final int STEPS = 12;
  private static final double LONGEST_DAYS = 1080;
  private static final double SHORTEST_DAYS = 180;
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** The ends of 95 % of the rounds, and the middle one. */
  record Span(double lower, double middle, double upper) {

    private static Span of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new Span(at(sorted, TAIL), at(sorted, 0.5), at(sorted, 1 - TAIL));
    }

    private static double at(double[] sorted, double share) {
      int place = (int) Math.ceil(share * sorted.length) - 1;
      return sorted[Math.min(sorted.length - 1, Math.max(0, place))];
    }
  }

  /**
   * Staircases with a day until when they should be finished.
   *
   * @param grid empty for all
   * @param inTime finished by their day, foretold; null without a forecast
   */
  record Part(String grid, int due, int finished, Span inTime) {}

  /** Staircases finished so many days from now. */
  record Step(double days, Span finished) {}

  /** A staircase as it stands: its place in the list, stage from 1, days there, days until due. */
  private record Standing(StaircaseRow row, int stage, double lasted, double due) {

    boolean done() {
      return stage == STAGES;
    }

    boolean dated() {
      return !Double.isNaN(due);
    }
  }

  static LiftForecast of(List<StaircaseRow> rows, Instant now) {
    List<Standing> all = rows.stream().map(row -> standing(row, now)).toList();
    List<Standing> open = all.stream().filter(one -> !one.done()).toList();
    List<StageSpells> spells = spells(rows, now);
    List<Integer> lacking = lacking(open, spells);
    int done = all.size() - open.size();
    if (!lacking.isEmpty()) {
      return new LiftForecast(lacking, all.size(), done, null, List.of(), null, List.of());
    }
    double[][] rounds = rounds(open, spells);
    Map<String, List<Integer>> grids = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).dated()) {
        grids.computeIfAbsent(all.get(i).row().grid(), grid -> new ArrayList<>()).add(i);
      }
    }
    List<Integer> dated = grids.values().stream().flatMap(List::stream).toList();
    Rounds told = new Rounds(all, rounds);
    return new LiftForecast(
        lacking,
        all.size(),
        done,
        told.part("", dated),
        grids.entrySet().stream().map(grid -> told.part(grid.getKey(), grid.getValue())).toList(),
        told.last(),
        told.course(horizon(all)));
  }

  private static double horizon(List<Standing> all) {
    double due = all.stream().mapToDouble(Standing::due).filter(days -> days > 0).max().orElse(0);
    return Math.min(LONGEST_DAYS, Math.max(SHORTEST_DAYS, due * 1.2));
  }

  private static Standing standing(StaircaseRow row, Instant now) {
    Instant[] times = row.times();
    int stage = STAGES;
    while (stage > 1 && times[stage - 1] == null) {
      stage--;
    }
    double due = row.dueAt() == null ? Double.NaN : days(now, row.dueAt());
    Instant since = times[stage - 1];
    return new Standing(row, stage, since == null ? 0 : days(since, now), due);
  }

  /** Spells whose begin and end are both known, or that go on. */
  private static List<StageSpells> spells(List<StaircaseRow> rows, Instant now) {
    List<List<StageSpells.Spell>> found = new ArrayList<>();
    for (int stage = 1; stage < STAGES; stage++) {
      found.add(new ArrayList<>());
    }
    for (StaircaseRow row : rows) {
      Instant[] times = row.times();
      int reached = standing(row, now).stage();
      for (int stage = 1; stage < STAGES && stage <= reached; stage++) {
        Instant from = times[stage - 1];
        Instant to = stage == reached ? now : times[stage];
        if (from != null && to != null && !to.isBefore(from)) {
          found.get(stage - 1).add(new StageSpells.Spell(days(from, to), stage < reached));
        }
      }
    }
    return found.stream().map(StageSpells::new).toList();
  }

  private static List<Integer> lacking(List<Standing> open, List<StageSpells> spells) {
    int first = open.stream().mapToInt(Standing::stage).min().orElse(STAGES);
    List<Integer> lacking = new ArrayList<>();
    for (int stage = first; stage < STAGES; stage++) {
      if (spells.get(stage - 1).finished() < FEWEST) {
        lacking.add(stage);
      }
    }
    return lacking;
  }

  /** Days until each open staircase is finished, round by round. */
  private static double[][] rounds(List<Standing> open, List<StageSpells> spells) {
    int many = Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, DRAWS / Math.max(1, open.size())));
    SplittableRandom random = new SplittableRandom(SEED);
    int first = open.stream().mapToInt(Standing::stage).min().orElse(STAGES);
    double[][] rounds = new double[many][open.size()];
    for (double[] round : rounds) {
      StageTimes[] drawn = new StageTimes[STAGES - 1];
      for (int stage = first; stage < STAGES; stage++) {
        drawn[stage - 1] = spells.get(stage - 1).resampled(random);
      }
      for (int i = 0; i < round.length; i++) {
        round[i] = ahead(open.get(i), drawn, spells, random);
      }
    }
    return rounds;
  }

  private static double ahead(
      Standing one, StageTimes[] drawn, List<StageSpells> spells, SplittableRandom random) {
    StageTimes here = drawn[one.stage() - 1];
    if (here.longerThan(one.lasted()) == 0) {
      here = spells.get(one.stage() - 1).all(); // it is among these itself, so some are longer
    }
    double days = here.draw(one.lasted(), 1 - random.nextDouble()) - one.lasted();
    for (int stage = one.stage() + 1; stage < STAGES; stage++) {
      days += drawn[stage - 1].draw(-1, 1 - random.nextDouble());
    }
    return days;
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / DAY_MILLIS;
  }

  /** What the rounds say together. */
  private static final class Rounds {

    private final List<Standing> all;
    private final double[][] rounds;
    private final Map<Integer, Integer> places = new LinkedHashMap<>();
    private final int done;

    Rounds(List<Standing> all, double[][] rounds) {
      this.all = all;
      this.rounds = rounds;
      for (int i = 0; i < all.size(); i++) {
        if (!all.get(i).done()) {
          places.put(i, places.size());
        }
      }
      this.done = all.size() - places.size();
    }

    Part part(String grid, List<Integer> members) {
      int finished = (int) members.stream().filter(i -> all.get(i).done()).count();
      double[] counts = new double[rounds.length];
      for (int round = 0; round < counts.length; round++) {
        for (int member : members) {
          counts[round] += inTime(member, rounds[round]) ? 1 : 0;
        }
      }
      return new Part(grid, members.size(), finished, Span.of(counts));
    }

    private boolean inTime(int member, double[] round) {
      Standing one = all.get(member);
      return one.done()
          ? !one.row().finishedAt().isAfter(one.row().dueAt())
          : round[places.get(member)] <= one.due();
    }

    Span last() {
      return Span.of(
          Arrays.stream(rounds)
              .mapToDouble(round -> Arrays.stream(round).max().orElse(0))
              .toArray());
    }

    List<Step> course(double horizon) {
      List<Step> steps = new ArrayList<>();
      for (int step = 0; step <= STEPS; step++) {
        double days = horizon * step / STEPS;
        double[] counts =
            Arrays.stream(rounds)
                .mapToDouble(
                    round -> done + Arrays.stream(round).filter(end -> end <= days).count())
                .toArray();
        steps.add(new Step(days, Span.of(counts)));
      }
      return steps;
    }
  }
}
