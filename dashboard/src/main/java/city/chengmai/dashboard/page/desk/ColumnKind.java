package city.chengmai.dashboard.page.desk;

import java.util.regex.Pattern;

/** What a column can be on a chart. */
enum ColumnKind {
  /** A moment or a day. */
  TIME,
  /** Something with a size. */
  NUMBER,
  /** A name. */
  TEXT,
  /** Arrays, maps, tuples: nothing a chart can show. */
  OTHER;

  private static final Pattern WRAPPED = Pattern.compile("(?:Nullable|LowCardinality)\\((.*)\\)");

  /** The kind of a ClickHouse type, for example {@code Nullable(DateTime64(3, 'UTC'))}. */
  static ColumnKind of(String type) {
    var wrapped = WRAPPED.matcher(type);
    if (wrapped.matches()) {
      return of(wrapped.group(1));
    }
    if (type.startsWith("Date")) {
      return TIME;
    }
    if (type.matches("(?:U?Int|Float|BFloat|Decimal).*")) {
      return NUMBER;
    }
    return type.matches("(?:String|FixedString|Enum|UUID|Bool).*") ? TEXT : OTHER;
  }
}
