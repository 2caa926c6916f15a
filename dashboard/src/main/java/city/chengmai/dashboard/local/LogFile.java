package city.chengmai.dashboard.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The log of one service: appended to, with one older generation kept once it is large. */
final class LogFile implements AutoCloseable {

  private static final long LARGEST_BYTES = 16L << 20;

  private final Path file;
  private final long largestBytes;
  private BufferedWriter writer;
  private long size;

  private LogFile(Path file, long largestBytes) throws IOException {
    this.file = file;
    this.largestBytes = largestBytes;
    begin();
  }

  static LogFile open(Path file) throws IOException {
    return open(file, LARGEST_BYTES);
  }

  static LogFile open(Path file, long largestBytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new LogFile(file, largestBytes);
  }

  private void begin() throws IOException {
    if (Files.exists(file) && Files.size(file) > largestBytes) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    size = Files.size(file);
  }

  /** Writes one line; a log that cannot be written must not stop the service it is about. */
  synchronized void write(String line) {
    try {
      if (size > largestBytes) {
        // A service may run for months.
        writer.close();
        begin();
      }
      writer.write(line);
      writer.newLine();
      writer.flush();
      // Characters: never more than the bytes.
      size += line.length() + 1L;
    } catch (IOException diskFullOrClosed) {
      return;
    }
  }

  /** The last lines of a log, fewer when it is shorter or missing. */
  static List<String> lastLines(Path file, int count) {
    if (!Files.exists(file)) {
      return List.of();
    }
    Deque<String> last = new ArrayDeque<>();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      lines.forEach(
          line -> {
            if (last.size() == count) {
              last.removeFirst();
            }
            last.addLast(line);
          });
    } catch (IOException e) {
      throw new UncheckedIOException("read log " + file, e);
    }
    return last.stream().map(LogFile::asUtf8).toList();
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }

  /** Read as bytes first, since a log may hold anything. */
  private static String asUtf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
