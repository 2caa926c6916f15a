package city.chengmai.analytics.model.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The published grid case: 40 by 40 cells over 30 days, denser in the middle and on working days,
 * with a cluster round (30, 11) in the last three days. Its generator is given in terms of {@link
 * Random}, so that other programs can make the same events.
 */
public final class GridEvents {

  public static final int SIDE = 40;
  public static final int DAYS = 30;
  public static final int CLUSTER_X = 30;
  public static final int CLUSTER_Y = 11;

  private static final int BACKGROUND = 6000;

  private GridEvents() {}

  /** The background and so many injected events, in the order in which they are drawn. */
  public static List<Occurrence> of(long seed, int injected) {
    Random random = new Random(seed);
    List<Occurrence> events = new ArrayList<>();
    for (int i = 0; i < BACKGROUND; i++) {
      int x;
      int y;
      do {
        x = random.nextInt(SIDE);
        y = random.nextInt(SIDE);
      } while (random.nextDouble()
          >= Math.exp(-((x - 20.0) * (x - 20) + (y - 20.0) * (y - 20)) / 400));
      int day;
      do {
        day = random.nextInt(DAYS);
      } while (random.nextDouble() >= (day % 7 == 5 || day % 7 == 6 ? 0.6 : 1));
      events.add(event(x, y, day));
    }
    for (int i = 0; i < injected; i++) {
      int x = CLUSTER_X + random.nextInt(3) - 1;
      int y = CLUSTER_Y + random.nextInt(3) - 1;
      events.add(event(x, y, DAYS - 3 + random.nextInt(3)));
    }
    return events;
  }

  /** The table of some events, with every cell of the grid. */
  public static CaseTable table(List<Occurrence> events) {
    List<Occurrence> cells = new ArrayList<>();
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        cells.add(new Occurrence(cell(x, y), 0, 0));
      }
    }
    return CaseTable.of(Stream.concat(events.stream(), cells.stream()).toList(), 0, DAYS - 1);
  }

  /** Radius of up to five cells, up to seven days, at least two cases. */
  public static ScanPlan plan(int replicas) {
    return ScanPlan.daily(Distance.PLANE, ScanLimits.half().withRadius(5))
        .withReplicas(replicas, 1);
  }

  private static Occurrence event(int x, int y, int day) {
    return new Occurrence(cell(x, y), day, 1);
  }

  private static Place cell(int x, int y) {
    return new Place(x + "-" + y, x, y);
  }
}
