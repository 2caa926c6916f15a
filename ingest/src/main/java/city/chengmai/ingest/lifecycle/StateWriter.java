package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.place.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes the state of an entity: a format byte, then fields in a fixed order, numbers big-endian. A
 * text is its length in bytes and its UTF-8, because {@code writeUTF} ends at 65,535 bytes. Format
 * 1 still had that limit, format 2 knew no identities and no revisions.
 */
final class StateWriter {

  static final byte FORMAT = 3;
  static final long ABSENT = Long.MIN_VALUE;

  private ByteBuffer out = ByteBuffer.allocate(512);

  StateWriter() {
    small(FORMAT);
  }

  StateWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    count(utf8.length);
    room(utf8.length).put(utf8);
    return this;
  }

  StateWriter moment(Instant value) {
    return whole(value == null ? ABSENT : value.toEpochMilli());
  }

  StateWriter small(int value) {
    room(1).put((byte) value);
    return this;
  }

  StateWriter count(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  StateWriter whole(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  StateWriter decimal(Double value) {
    return whole(Double.doubleToLongBits(value == null ? Double.NaN : value));
  }

  StateWriter place(Place place) {
    return text(place.grid())
        .text(place.overlayGrid())
        .decimal(place.longitude())
        .decimal(place.latitude());
  }

  byte[] toBytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  private ByteBuffer room(int bytes) {
    if (out.remaining() < bytes) {
      int larger = Math.max(out.capacity() * 2, out.position() + bytes);
      out = ByteBuffer.allocate(larger).put(out.flip());
    }
    return out;
  }
}
