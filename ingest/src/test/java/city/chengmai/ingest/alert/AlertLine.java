package city.chengmai.ingest.alert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The parts of an alert's row that tests ask for, read back from its bytes. */
record AlertLine(
    String id,
    String rule,
    String severity,
    String area,
    String category,
    Instant since,
    Instant due,
    String subject,
    String state,
    Instant raisedAt,
    Instant clearedAt,
    long version) {

  static AlertLine of(byte[] row) {
    Reader in = new Reader(ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN));
    String id = in.text();
    String rule = in.text();
    String severity = in.text();
    String area = in.text();
    String category = in.text();
    Instant since = in.moment();
    Instant due = in.moment();
    in.bytes.getDouble();
    in.skipOptional();
    in.skipOptional();
    in.skipOptional();
    in.skipOptional();
    in.text();
    in.bytes.getShort();
    in.bytes.get();
    String subject = in.text();
    in.bytes.getInt();
    String state = in.text();
    Instant raisedAt = in.moment();
    Instant clearedAt = in.bytes.get() == 1 ? null : in.moment();
    in.moment();
    return new AlertLine(
        id,
        rule,
        severity,
        area,
        category,
        since,
        due,
        subject,
        state,
        raisedAt,
        clearedAt,
        in.bytes.getLong());
  }

  String brief() {
    return rule + " " + subject + " " + severity + " " + state;
  }

  private record Reader(ByteBuffer bytes) {
    String text() {
      int length = 0;
      int shift = 0;
      byte part;
      do {
        part = bytes.get();
        length |= (part & 0x7F) << shift;
        shift += 7;
      } while (part < 0);
      byte[] text = new byte[length];
      bytes.get(text);
      return new String(text, StandardCharsets.UTF_8);
    }

    Instant moment() {
      return Instant.ofEpochMilli(bytes.getLong());
    }

    void skipOptional() {
      if (bytes.get() == 0) {
        bytes.getDouble();
      }
    }
  }
}
