package city.chengmai.dashboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Walls, leaders and analysts that use one dashboard at the same time. */
final class Audience implements AutoCloseable {

  static final int WALLS = Integer.getInteger("bench.walls", 50);
  static final int LEADERS = Integer.getInteger("bench.leaders", 20);
  static final int ANALYSTS = Integer.getInteger("bench.analysts", 5);

  private final List<Visitor> visitors = new ArrayList<>();

  /** Lets them all come. */
  static Audience come(LoadedCity city, Timings timings, CaseClock clock) {
    Audience audience = new Audience();
    String dashboard = city.dashboard();
    IntStream.range(0, WALLS)
        .mapToObj(i -> new WallScreen(i, dashboard, timings, clock))
        .forEach(audience.visitors::add);
    IntStream.range(0, LEADERS)
        .mapToObj(i -> new LeaderVisit(i, dashboard, timings, city.grids()))
        .forEach(audience.visitors::add);
    IntStream.range(0, ANALYSTS)
        .mapToObj(i -> new AnalystVisit(i, dashboard, timings))
        .forEach(audience.visitors::add);
    audience.visitors.forEach(Visitor::start);
    return audience;
  }

  @Override
  public void close() {
    visitors.forEach(Visitor::close);
  }

  /** How many there are. */
  int size() {
    return visitors.size();
  }
}
