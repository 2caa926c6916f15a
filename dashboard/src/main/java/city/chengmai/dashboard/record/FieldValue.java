package city.chengmai.dashboard.record;

import city.chengmai.datasets.catalogue.FileField;
import java.util.Set;
import java.util.regex.Pattern;

/** Values of fields as people type them and as sources tell them. */
public final class FieldValue {

  private static final Set<String> SETTLED = Set.of("grid", "buildingId");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  private FieldValue() {}

  /** Whether people may correct a field; where a record lies is told by its point. */
  public static boolean isCorrectable(FileField field) {
    return !SETTLED.contains(field.name());
  }

  /** Whether a text may be the value of a field. */
  public static boolean fits(FileField field, String text) {
    if (text.isBlank()) {
      return false;
    }
    if (field.kind().equals("count")) {
      return COUNT.matcher(text).matches();
    }
    return (field.isNumber() ? NUMBER : WORDS).matcher(text).matches();
  }

  /** Whether two texts tell the same: one source writes 120, another 120.0. */
  public static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Double first = number(one);
    Double second = number(other);
    return first != null && second != null && Double.compare(first, second) == 0;
  }

  /** Relative change; null unless both are numbers and the first is not nothing. */
  public static Double change(String before, String after) {
    Double from = number(before);
    Double to = number(after);
    return from == null || to == null || from == 0 ? null : (to - from) / Math.abs(from);
  }

  private static Double number(String text) {
    try {
      Double value = Double.valueOf(text);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException words) {
      return null;
    }
  }
}
