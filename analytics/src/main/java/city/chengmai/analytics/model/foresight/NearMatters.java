package city.chengmai.analytics.model.foresight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which matters of one category lie within some metres of each other. Distances in metres. */
public final class NearMatters {

  /** A degree of latitude. */
  private static final double DEGREE = 111_195;

  /** Columns are wide enough up to 75 degrees of latitude. */
  private static final double WIDE = 0.25;

  private final double metres;
  private final Map<Square, List<Told>> squares = new HashMap<>();

  private record Square(String category, long row, long column) {}

  /** An index of matters; {@code metres} is how far near is. */
  public NearMatters(List<Told> matters, double metres) {
    this.metres = metres;
    matters.forEach(
        one -> squares.computeIfAbsent(square(one, 0, 0), square -> new ArrayList<>()).add(one));
  }

  /** All matters near one, itself among them, in the order that they were given in by square. */
  public List<Told> of(Told one) {
    List<Told> near = new ArrayList<>();
    for (int row = -1; row <= 1; row++) {
      for (int column = -1; column <= 1; column++) {
        for (Told other : squares.getOrDefault(square(one, row, column), List.of())) {
          if (one.metresTo(other) <= metres) {
            near.add(other);
          }
        }
      }
    }
    return near;
  }

  private Square square(Told one, int row, int column) {
    return new Square(
        one.category(),
        (long) Math.floor(one.latitude() * DEGREE / metres) + row,
        (long) Math.floor(one.longitude() * DEGREE * WIDE / metres) + column);
  }
}
