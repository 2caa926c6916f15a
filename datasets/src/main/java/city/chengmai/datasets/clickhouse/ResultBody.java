package city.chengmai.datasets.clickhouse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a result as they arrive. A query that fails half-way ends in a {@link
 * StoreException} with the server's reason, so that a broken-off result never looks whole. Closing
 * it early drops the connection, and the server stops the query.
 */
final class ResultBody extends FilterInputStream {
  private static final int TAIL = 8 * 1024;

  private final String attempted;
  private final ReadSummary summary;
  private final byte[] tail = new byte[TAIL];
  private long seen;

  ResultBody(InputStream in, String attempted, ReadSummary summary) {
    super(in);
    this.attempted = attempted;
    this.summary = summary;
  }

  ReadSummary summary() {
    return summary;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      int count = super.read(buffer, offset, length);
      remember(buffer, offset, count);
      return count;
    } catch (IOException broken) {
      throw brokenOff(broken);
    }
  }

  private void remember(byte[] buffer, int offset, int count) {
    for (int i = Math.max(0, count - TAIL); i < count; i++) {
      tail[(int) ((seen + i) % TAIL)] = buffer[offset + i];
    }
    seen += Math.max(0, count);
  }

  private StoreException brokenOff(IOException broken) {
    String text = tailText();
    int marker = text.indexOf(ServerError.MARKER);
    if (marker >= 0) {
      return ServerError.of(attempted, 500, text.substring(marker));
    }
    return new StoreException(
        ErrorCategory.STORE_UNAVAILABLE,
        attempted + ": the connection broke after " + seen + " bytes of the result",
        broken);
  }

  private String tailText() {
    int length = (int) Math.min(seen, TAIL);
    byte[] ordered = new byte[length];
    for (int i = 0; i < length; i++) {
      ordered[i] = tail[(int) ((seen - length + i) % TAIL)];
    }
    return new String(ordered, StandardCharsets.UTF_8);
  }
}
