package city.chengmai.analytics.spark;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How ClickHouse's RowBinary lays out the values of a column. In between a value is plain: text, a
 * {@code Double}, or a {@code Long} for whole numbers, days since 1970-01-01 and milliseconds since
 * then; null where the column takes it.
 *
 * @param layout of a value
 * @param nullable whether the column takes null
 */
record ColumnCodec(ColumnLayout layout, boolean nullable) implements Serializable {

  private static final Pattern WRAPPER = Pattern.compile("(LowCardinality|Nullable)\\((.*)\\)");

  /** The codec of a ClickHouse type; empty for arrays, maps and other types we do not lay out. */
  static Optional<ColumnCodec> of(String type) {
    Matcher wrapper = WRAPPER.matcher(type);
    if (!wrapper.matches()) {
      return ColumnLayout.of(type).map(layout -> new ColumnCodec(layout, false));
    }
    boolean nullable = wrapper.group(1).equals("Nullable");
    return of(wrapper.group(2))
        .map(inner -> new ColumnCodec(inner.layout, nullable || inner.nullable));
  }

  /** The plain form of a number, or of text as our rows carry it. */
  Object plain(Object value) {
    if (value == null) {
      return nullable ? null : layout.nothing();
    }
    return layout.plain(value);
  }

  void write(ByteArrayOutputStream out, Object plain) {
    if (nullable) {
      out.write(plain == null ? 1 : 0);
    }
    if (plain != null) {
      layout.write(out, plain);
    }
  }

  Object read(DataInputStream in) throws IOException {
    return nullable && in.readByte() == 1 ? null : layout.read(in);
  }
}
