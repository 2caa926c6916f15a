package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.place.Place;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Reads what {@link StateWriter} wrote, in the same order. */
final class StateReader {

  private final DataInputStream in;

  StateReader(byte[] state) {
    in = new DataInputStream(new ByteArrayInputStream(state));
    int format = small();
    if (format != StateWriter.FORMAT) {
      throw new IllegalStateException(
          "entity state has format " + format + ", expected " + StateWriter.FORMAT);
    }
  }

  String text() {
    return read(in::readUTF);
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
      throw new UncheckedIOException("entity state ends too early", e);
    }
  }

  private interface Step<T> {
    T run() throws IOException;
  }
}
