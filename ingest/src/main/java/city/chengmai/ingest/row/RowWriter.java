package city.chengmai.ingest.row;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes one row in ClickHouse's RowBinary format: numbers little-endian, texts with their length
 * as LEB128 before them, a flag byte before a nullable value. Nothing in it separates rows or
 * columns, so that rows may be joined by concatenation. Not thread-safe; reused row after row.
 */
public final class RowWriter {

  private ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

  /** String, LowCardinality(String). */
  public RowWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** String from UTF-8 bytes. */
  public RowWriter bytes(byte[] value) {
    length(value.length);
    room(value.length).put(value);
    return this;
  }

  /** DateTime64(3, 'UTC'). */
  public RowWriter moment(Instant value) {
    room(Long.BYTES).putLong(value.toEpochMilli());
    return this;
  }

  /** Nullable(DateTime64(3, 'UTC')). */
  public RowWriter optionalMoment(Instant value) {
    return isPresent(value) ? moment(value) : this;
  }

  /** Float64. */
  public RowWriter decimal(double value) {
    room(Double.BYTES).putDouble(value);
    return this;
  }

  /** Nullable(Float64). */
  public RowWriter optionalDecimal(Double value) {
    return isPresent(value) ? decimal(value) : this;
  }

  /** UInt8 as 0 or 1. */
  public RowWriter flag(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /** UInt16, cut at its largest value. */
  public RowWriter count16(int value) {
    room(Short.BYTES).putShort((short) Math.min(value, 0xFFFF));
    return this;
  }

  /** UInt32. */
  public RowWriter count32(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  /** UInt64. */
  public RowWriter count64(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** Nullable(UInt8) as 0 or 1. */
  public RowWriter optionalFlag(Boolean value) {
    return isPresent(value) ? flag(value) : this;
  }

  /** Nullable(UInt64). */
  public RowWriter optionalCount64(Long value) {
    return isPresent(value) ? count64(value) : this;
  }

  /** Array(String). */
  public RowWriter texts(List<String> value) {
    length(value.size());
    value.forEach(this::text);
    return this;
  }

  /** Map(String, String). */
  public RowWriter map(Map<String, String> value) {
    length(value.size());
    value.forEach((key, text) -> text(key).text(text));
    return this;
  }

  /** The bytes of the row; the writer is empty again afterwards. */
  public byte[] toRow() {
    byte[] row = new byte[buffer.position()];
    buffer.flip().get(row);
    buffer.clear();
    return row;
  }

  private boolean isPresent(Object value) {
    room(1).put((byte) (value == null ? 1 : 0));
    return value != null;
  }

  private void length(int value) {
    room(5);
    int rest = value;
    while (rest >= 0x80) {
      buffer.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    buffer.put((byte) rest);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int larger = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
      ByteBuffer copy = ByteBuffer.allocate(larger).order(ByteOrder.LITTLE_ENDIAN);
      buffer = copy.put(buffer.flip());
    }
    return buffer;
  }
}
