package city.chengmai.ingest.alert;

import city.chengmai.ingest.lifecycle.StateFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A watch as bytes: a format byte, then its fields. What was added later stands at the end, where
 * versions that do not know it leave it unread: an older process can take a partition over, as
 * while servers are renewed one by one, or when a version is taken back.
 */
final class WatchCodec {

  /** The cause stands at the end, or nothing where an older version wrote it. */
  private static final byte FORMAT = 1;

  /** The same with a cause always, as some versions wrote it. */
  private static final byte WITH_CAUSE = 2;

  private static final long NO_MOMENT = Long.MIN_VALUE;
  private static final byte NO_SEVERITY = 0;

  private WatchCodec() {}

  static byte[] encode(Watch watch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      text(out, watch.subject());
      text(out, watch.area());
      text(out, watch.category());
      out.writeBoolean(watch.history());
      out.writeByte(watch.clocks().size());
      for (Clock clock : watch.clocks()) {
        write(out, clock);
      }
      text(out, watch.cause());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The watch in these bytes.
   *
   * @throws StateFormatException when they hold none
   */
  static Watch decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte format = in.readByte();
      if (format != FORMAT && format != WITH_CAUSE) {
        throw new StateFormatException("watch has format " + format + ", expected " + FORMAT, null);
      }
      String subject = text(in);
      String area = text(in);
      String category = text(in);
      boolean history = in.readBoolean();
      int count = in.readByte();
      List<Clock> clocks = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        clocks.add(read(in));
      }
      String cause = in.available() > 0 ? text(in) : "";
      return new Watch(subject, area, category, history, clocks, cause);
    } catch (IOException e) {
      throw new StateFormatException("watch ends too early", e);
    }
  }

  private static void write(DataOutputStream out, Clock clock) throws IOException {
    Deadline deadline = clock.deadline();
    text(out, deadline.rule());
    moment(out, deadline.since());
    moment(out, deadline.due());
    moment(out, deadline.from());
    moment(out, deadline.until());
    out.writeByte(deadline.severity().code());
    moment(out, deadline.alarmFrom());
    out.writeByte(clock.isRaised() ? clock.raised().code() : NO_SEVERITY);
    out.writeLong(clock.version());
  }

  private static Clock read(DataInputStream in) throws IOException {
    Deadline deadline =
        new Deadline(
            text(in),
            moment(in),
            moment(in),
            moment(in),
            moment(in),
            Severity.ofCode(in.readByte()),
            moment(in));
    return new Clock(deadline, Severity.ofCode(in.readByte()), in.readLong());
  }

  private static void text(DataOutputStream out, String value) throws IOException {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void moment(DataOutputStream out, Instant value) throws IOException {
    out.writeLong(value == null ? NO_MOMENT : value.toEpochMilli());
  }

  private static Instant moment(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == NO_MOMENT ? null : Instant.ofEpochMilli(millis);
  }
}
