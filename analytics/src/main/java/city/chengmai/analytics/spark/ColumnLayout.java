package city.chengmai.analytics.spark;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The layouts of RowBinary that our tables use; numbers are little-endian. */
enum ColumnLayout {
  TEXT(0),
  REAL(8),
  DAY(2),
  MOMENT(8),
  UNSIGNED_1(1),
  UNSIGNED_2(2),
  UNSIGNED_4(4),
  WHOLE_8(8);

  private static final int CONTINUED = 0x80;

  private final int width;

  ColumnLayout(int width) {
    this.width = width;
  }

  static Optional<ColumnLayout> of(String type) {
    return switch (type) {
      case "String" -> Optional.of(TEXT);
      case "Float64" -> Optional.of(REAL);
      case "Date" -> Optional.of(DAY);
      case "UInt8" -> Optional.of(UNSIGNED_1);
      case "UInt16" -> Optional.of(UNSIGNED_2);
      case "UInt32" -> Optional.of(UNSIGNED_4);
      case "UInt64", "Int64" -> Optional.of(WHOLE_8);
      default -> type.startsWith("DateTime64(3") ? Optional.of(MOMENT) : Optional.empty();
    };
  }

  Object nothing() {
    return switch (this) {
      case TEXT -> "";
      case REAL -> 0.0;
      default -> 0L;
    };
  }

  Object plain(Object value) {
    return switch (this) {
      case TEXT -> value.toString();
      case REAL -> value instanceof Number number ? (Object) number.doubleValue() : parsed(value);
      case DAY -> epochDay(value);
      case MOMENT -> millis(value);
      default ->
          value instanceof Number number
              ? (Object) number.longValue()
              : (Object) Long.parseLong(value.toString());
    };
  }

  private static Object parsed(Object value) {
    return Double.parseDouble(value.toString());
  }

  private static Object epochDay(Object day) {
    return (day instanceof LocalDate date ? date : LocalDate.parse(day.toString())).toEpochDay();
  }

  private static Object millis(Object moment) {
    Instant instant =
        moment instanceof Instant known
            ? known
            : LocalDateTime.parse(moment.toString().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    return instant.toEpochMilli();
  }

  void write(ByteArrayOutputStream out, Object plain) {
    if (this == TEXT) {
      byte[] text = ((String) plain).getBytes(StandardCharsets.UTF_8);
      length(out, text.length);
      out.write(text, 0, text.length);
      return;
    }
    long bits =
        this == REAL ? Double.doubleToRawLongBits((Double) plain) : ((Number) plain).longValue();
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[i] = (byte) (bits >>> (Byte.SIZE * i));
    }
    out.write(bytes, 0, width);
  }

  private static void length(ByteArrayOutputStream out, int length) {
    int rest = length;
    while (rest >= CONTINUED) {
      out.write((rest & (CONTINUED - 1)) | CONTINUED);
      rest >>>= 7;
    }
    out.write(rest);
  }

  Object read(DataInputStream in) throws IOException {
    if (this == TEXT) {
      return new String(in.readNBytes(length(in)), StandardCharsets.UTF_8);
    }
    long bits = 0;
    for (int i = 0; i < width; i++) {
      bits |= (in.readByte() & 0xffL) << (Byte.SIZE * i);
    }
    return this == REAL ? (Object) Double.longBitsToDouble(bits) : (Object) bits;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = 0;
    int shift = 0;
    int part = in.readUnsignedByte();
    while (part >= CONTINUED) {
      length |= (part & (CONTINUED - 1)) << shift;
      shift += 7;
      part = in.readUnsignedByte();
    }
    return length | part << shift;
  }
}
