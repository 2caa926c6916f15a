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

/** The log of one service: appended to, with one older generation kept. */
final class LogFile implements AutoCloseable {

  private static final long LARGEST_BYTES = 16L << 20;

  private final BufferedWriter writer;

  private LogFile(BufferedWriter writer) {
    this.writer = writer;
  }

  static LogFile open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file) && Files.size(file) > LARGEST_BYTES) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return new LogFile(
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** Writes one line; a log that cannot be written must not stop the service it is about. */
  synchronized void write(String line) {
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
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
