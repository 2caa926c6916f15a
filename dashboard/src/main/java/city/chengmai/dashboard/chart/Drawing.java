package city.chengmai.dashboard.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A finished drawing, compressed once so that fifty walls cost one compression.
 *
 * <p>Two drawings with the same hash have the same content; the address of a drawing is made from
 * its hash and may be cached for ever.
 */
public final class Drawing {
  private final String hash;
  private final byte[] plain;
  private final byte[] gzip;

  private Drawing(String hash, byte[] plain, byte[] gzip) {
    this.hash = hash;
    this.plain = plain;
    this.gzip = gzip;
  }

  /** Hashes and compresses the SVG. */
  public static Drawing of(String svg) {
    byte[] plain = svg.getBytes(StandardCharsets.UTF_8);
    return new Drawing(ContentHash.of(plain), plain, compress(plain));
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException failure) {
      throw new UncheckedIOException("Compressing a drawing in memory failed", failure);
    }
    return out.toByteArray();
  }

  /** Name of the content, 32 hexadecimal digits. */
  public String hash() {
    return hash;
  }

  /** The SVG element as text. */
  public String svg() {
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** The SVG element in UTF-8; a copy. */
  public byte[] bytes() {
    return plain.clone();
  }

  /** The bytes to send with {@code Content-Encoding: gzip}; a copy. */
  public byte[] gzip() {
    return gzip.clone();
  }
}
