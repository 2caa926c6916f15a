package city.chengmai.datasets.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, since what its directory says of sizes need not
 * be true and the reader of workbooks keeps parts of it in memory.
 */
final class WorkbookSize {

  /** Bytes that the parts of a workbook may have together. */
  static final long MOST_BYTES = 512L << 20;

  private static final int MOST_PARTS = 10_000;

  private WorkbookSize() {}

  /**
   * Refuses a workbook that is too large, or has a cell where no sheet has one.
   *
   * @throws IOException when it is, or is no archive
   */
  static void requireReadable(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      List<? extends ZipEntry> parts = zip.stream().toList();
      if (parts.size() > MOST_PARTS) {
        throw new IOException(
            "it has " + parts.size() + " parts, at most " + MOST_PARTS + " are read");
      }
      long bytes = 0;
      for (ZipEntry part : parts) {
        bytes = unpacked(zip, part, bytes);
      }
    }
  }

  private static long unpacked(ZipFile zip, ZipEntry part, long before) throws IOException {
    long bytes = before;
    byte[] buffer = new byte[1 << 16];
    CellPlaces places = new CellPlaces();
    boolean sheet = part.getName().contains("worksheets/");
    try (InputStream in =
        new UnpackedStream(zip.getInputStream(part), () -> Math.max(0, part.getCompressedSize()))) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes += count;
        if (sheet) {
          places.take(buffer, count);
        }
        if (bytes > MOST_BYTES) {
          throw new IOException(
              "unpacked it has more than "
                  + MOST_BYTES
                  + " bytes, which are the most here; save the sheet as CSV");
        }
      }
    }
    return bytes;
  }
}
