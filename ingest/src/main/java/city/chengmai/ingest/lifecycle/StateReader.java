package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.place.Place;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link StateWriter} wrote, in the same order; its earlier formats too. */
final class StateReader {

  private static final int MODIFIED_UTF = 1;
  private static final int WITHOUT_REVISIONS = 2;

  private final DataInputStream in;
  private final int format;

  StateReader(byte[] state) {
    in = new DataInputStream(new ByteArrayInputStream(state));
    format = small();
    if (format < MODIFIED_UTF || format > StateWriter.FORMAT) {
      throw new StateFormatException(
          "entity state has format " + format + ", expected " + StateWriter.FORMAT, null);
    }
  }

  /** Whether steps carry identities, and entities count their revisions. */
  boolean knowsRevisions() {
    return format > WITHOUT_REVISIONS;
  }

  long whole() {
    return read(in::readLong);
  }

  String text() {
    return format == MODIFIED_UTF ? read(in::readUTF) : new String(bytes(), StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    int length = count();
    byte[] bytes = read(() -> in.readNBytes(length));
    if (bytes.length != length) {
      throw new StateFormatException("entity state ends too early", null);
    }
    return bytes;
  }

  Instant moment() {
    long millis = read(in::readLong);
    return millis == StateWriter.ABSENT ? null : Instant.ofEpochMilli(millis);
  }

  int small() {
    return read(in::readByte);
  }

  int count() {
    return read(in::readInt);
  }

  Double decimal() {
    double value = read(in::readDouble);
    return Double.isNaN(value) ? null : (Double) value;
  }

  Place place() {
    return new Place(text(), text(), decimal(), decimal());
  }

  private static <T> T read(Step<T> step) {
    try {
      return step.run();
    } catch (IOException e) {
      throw new StateFormatException("entity state ends too early", e);
    }
  }

  private interface Step<T> {
    T run() throws IOException;
  }
}
