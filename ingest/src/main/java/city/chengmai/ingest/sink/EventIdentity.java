package city.chengmai.ingest.sink;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Source and id of an event, read from the first two columns of its row. */
record EventIdentity(String source, String id) {

  /** Columns behind the identity: four texts, two moments, a text and a number. */
  private static final int TEXTS_BEFORE_MOMENTS = 4;

  private static final int MOMENTS = 2 * Long.BYTES;

  /**
   * Identities of rows in the layout of table {@code events}, up to the first that is damaged: the
   * store refuses that one.
   */
  static List<EventIdentity> all(byte[] rows, int length) {
    List<EventIdentity> identities = new ArrayList<>();
    Cursor cursor = new Cursor(rows, length);
    try {
      while (cursor.at < length) {
        EventIdentity identity = new EventIdentity(cursor.text(), cursor.text());
        for (int i = 0; i < TEXTS_BEFORE_MOMENTS; i++) {
          cursor.skipText();
        }
        cursor.skip(MOMENTS);
        cursor.skipText();
        cursor.skip(Long.BYTES);
        identities.add(identity);
      }
    } catch (IndexOutOfBoundsException damaged) {
      return identities;
    }
    return identities;
  }

  private static final class Cursor {

    private final byte[] bytes;
    private final int length;
    private int at;

    Cursor(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }

    String text() {
      int size = size();
      int start = at;
      skip(size);
      return new String(bytes, start, size, StandardCharsets.UTF_8);
    }

    void skipText() {
      skip(size());
    }

    void skip(int count) {
      at += count;
      if (count < 0 || at > length) {
        throw new IndexOutOfBoundsException(at);
      }
    }

    // LEB128, as RowWriter writes it.
    private int size() {
      int value = 0;
      for (int shift = 0; shift < Integer.SIZE; shift += 7) {
        byte part = bytes[at];
        skip(1);
        value |= (part & 0x7F) << shift;
        if (part >= 0) {
          return value;
        }
      }
      throw new IndexOutOfBoundsException(at);
    }
  }
}
