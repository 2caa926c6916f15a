package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.place.Place;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes the state of an entity: a format byte, then fields in a fixed order. A text is its length
 * in bytes and its UTF-8, because {@code writeUTF} ends at 65,535 bytes. Format 1 still had that
 * limit, format 2 knew no identities and no revisions.
 */
final class StateWriter {

  static final byte FORMAT = 3;
  static final long ABSENT = Long.MIN_VALUE;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private final DataOutputStream out = new DataOutputStream(bytes);

  StateWriter() {
    small(FORMAT);
  }

  StateWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    count(utf8.length);
    return write(() -> out.write(utf8));
  }

  StateWriter moment(Instant value) {
    return write(() -> out.writeLong(value == null ? ABSENT : value.toEpochMilli()));
  }

  StateWriter small(int value) {
    return write(() -> out.writeByte(value));
  }

  StateWriter whole(long value) {
    return write(() -> out.writeLong(value));
  }

  StateWriter count(int value) {
    return write(() -> out.writeInt(value));
  }

  StateWriter decimal(Double value) {
    return write(() -> out.writeDouble(value == null ? Double.NaN : value));
  }

  StateWriter place(Place place) {
    return text(place.grid())
        .text(place.overlayGrid())
        .decimal(place.longitude())
        .decimal(place.latitude());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private StateWriter write(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
