package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.place.Place;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link StateWriter} wrote, in the same order; its earlier formats too. */
final class StateReader {

  private static final int MODIFIED_UTF = 1;
  private static final int WITHOUT_REVISIONS = 2;

  private final ByteBuffer in;
  private final int format;

  StateReader(byte[] state) {
    in = ByteBuffer.wrap(state);
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

  String text() {
    if (format == MODIFIED_UTF) {
      return modifiedUtf();
    }
    int length = count();
    if (length < 0 || length > in.remaining()) {
      throw new StateFormatException("entity state ends too early", null);
    }
    String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  Instant moment() {
    long millis = whole();
    return millis == StateWriter.ABSENT ? null : Instant.ofEpochMilli(millis);
  }

  int small() {
    try {
      return in.get();
    } catch (BufferUnderflowException e) {
      throw early(e);
    }
  }

  int count() {
    try {
      return in.getInt();
    } catch (BufferUnderflowException e) {
      throw early(e);
    }
  }

  long whole() {
    try {
      return in.getLong();
    } catch (BufferUnderflowException e) {
      throw early(e);
    }
  }

  Double decimal() {
    double value = Double.longBitsToDouble(whole());
    return Double.isNaN(value) ? null : (Double) value;
  }

  Place place() {
    return new Place(text(), text(), decimal(), decimal());
  }

  private String modifiedUtf() {
    ByteArrayInputStream rest = new ByteArrayInputStream(in.array(), in.position(), in.remaining());
    try {
      String text = new DataInputStream(rest).readUTF();
      in.position(in.limit() - rest.available());
      return text;
    } catch (IOException e) {
      throw early(e);
    }
  }

  private static StateFormatException early(Exception cause) {
    return new StateFormatException("entity state ends too early", cause);
  }
}
