package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableShape;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the rows of a published table mean; travels to executors.
 *
 * @param table the table
 * @param shape its columns; a row is an array of plain values in their order
 */
record PublishedRows(PublishedTable table, TableShape shape) implements Serializable {

  /** Sums of the same numbers in another order differ by less. */
  private static final double TOLERANCE = 1e-9;

  private static final Set<String> STAMPS = Set.of("data_as_of", "computed_at", "version");

  /** Subject and day. */
  List<Object> key(Object[] row) {
    List<Object> key = new ArrayList<>(subject(row));
    key.add(row[shape.position(table.day())]);
    return key;
  }

  List<Object> subject(Object[] row) {
    return table.subject().stream().map(column -> row[shape.position(column)]).toList();
  }

  Object value(Object[] row) {
    return row[shape.position(scores() ? "score" : "value")];
  }

  String state(Object[] row) {
    if (scores()) {
      return value(row) == null ? "insufficient" : "measured";
    }
    return text(row, "state");
  }

  /** Numerator or denominator; scores have none. */
  Object count(Object[] row, String column) {
    return scores() ? null : row[shape.position(column)];
  }

  long definition(Object[] row) {
    return whole(row, scores() ? "scheme_version" : "definition_version");
  }

  String measure(Object[] row) {
    return scores() ? "portrait." + text(row, "dimension") : text(row, "indicator");
  }

  /** The word for the length of the window. */
  String period(Object[] row) {
    return switch (table) {
      case INDICATOR_1D -> "day";
      case INDICATOR_30D, PORTRAITS -> "30-days";
      case INDICATOR_PERIODS -> text(row, "period");
    };
  }

  LocalDate day(Object[] row) {
    return LocalDate.ofEpochDay(whole(row, table.day()));
  }

  /** Whether a row was computed when its window was over. */
  boolean isPublished(Object[] row, ZoneId zone) {
    Instant end = end(row).atStartOfDay(zone).toInstant();
    return whole(row, "data_as_of") >= end.toEpochMilli();
  }

  /** Day after the last one of a row's window. */
  private LocalDate end(Object[] row) {
    LocalDate day = day(row);
    return switch (period(row)) {
      case "week" -> day.plusWeeks(1);
      case "month" -> day.plusMonths(1);
      case "quarter" -> day.plusMonths(3);
      case "year" -> day.plusYears(1);
      default -> day.plusDays(1);
    };
  }

  /** Whether all is the same but the stamps of the run. */
  boolean sameContent(Object[] one, Object[] other) {
    for (int i = 0; i < one.length; i++) {
      if (!same(one[i], other[i]) && !STAMPS.contains(shape.name(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether both were written by one run. */
  boolean sameRun(Object[] one, Object[] other) {
    return whole(one, "version") == whole(other, "version");
  }

  /** Whether the figures that people read are the same. */
  boolean sameFigures(Object[] one, Object[] other) {
    return same(value(one), value(other))
        && state(one).equals(state(other))
        && same(count(one, "numerator"), count(other, "numerator"))
        && same(count(one, "denominator"), count(other, "denominator"));
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof Double first && other instanceof Double second) {
      double size = Math.max(1, Math.max(Math.abs(first), Math.abs(second)));
      return Math.abs(first - second) <= TOLERANCE * size;
    }
    return Objects.equals(one, other);
  }

  String text(Object[] row, String column) {
    return (String) row[shape.position(column)];
  }

  long whole(Object[] row, String column) {
    return (Long) row[shape.position(column)];
  }

  private boolean scores() {
    return table == PublishedTable.PORTRAITS;
  }
}
