package city.chengmai.ingest.replay;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.source.City;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The position of one city's feed on disk: one line, replaced as a whole, so that a kill leaves the
 * old line or the new one. Another feed of the same city has another file.
 */
public final class PositionFile {

  private final Path file;

  /** The file of this city in a directory, which is created. */
  public PositionFile(Path directory, City city) {
    this(directory, city.name(), city.feed().fingerprint());
  }

  /**
   * The file of a feed with this name, which counts as another one when its fingerprint changes.
   */
  public PositionFile(Path directory, String feed, String fingerprint) {
    CRC32 checksum = new CRC32();
    checksum.update(fingerprint.getBytes(StandardCharsets.UTF_8));
    String name = feed.replaceAll("[^a-zA-Z0-9-]", "_");
    String print = HexFormat.of().toHexDigits((int) checksum.getValue());
    this.file = directory.resolve(name + "-" + print + ".position");
  }

  /** The position, or the beginning when there is none. */
  public ReplayPosition read() {
    if (!Files.exists(file)) {
      return ReplayPosition.START;
    }
    try {
      String[] parts = Files.readString(file).strip().split(" ", -1);
      return new ReplayPosition(
          Long.parseLong(parts[0]),
          Long.parseLong(parts[1]),
          Long.parseLong(parts[2]),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          Instant.parse(parts[5]));
    } catch (IOException | RuntimeException e) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          "cannot read the replay position "
              + file
              + ", expected five numbers and a moment; delete it to replay from the beginning (repeated events"
              + " become dead letters, nothing is counted twice)",
          e);
    }
  }

  private static String line(ReplayPosition at) {
    return String.join(
        " ",
        Long.toString(at.position()),
        Long.toString(at.sent()),
        Long.toString(at.skipped()),
        Long.toString(at.requests()),
        Long.toString(at.heldFrom()),
        at.through() + "\n");
  }

  /** Forgets the position. */
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Writes the position and waits until the disk has it. */
  public void write(ReplayPosition position) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    String line = line(position);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
