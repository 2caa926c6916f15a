package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Who has a data directory. The operating system lets go of the lock when its holder ends. */
final class EngineLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private EngineLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static EngineLock take(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve("engine.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw held(dataDirectory, Files.readString(file).strip());
    }
    channel.truncate(0);
    byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    channel.write(ByteBuffer.wrap(pid));
    channel.force(true);
    return new EngineLock(channel, lock);
  }

  /** Whether a process has this directory now. */
  static boolean isHeld(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve("engine.lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static StoreException held(Path dataDirectory, String pid) {
    return new StoreException(
        ErrorCategory.BAD_CONFIGURATION,
        "cannot start ClickHouse on "
            + dataDirectory
            + ": process "
            + pid
            + " is using this data directory; stop it (kill "
            + pid
            + ") or choose another data directory");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException alreadyGone) {
      throw new IllegalStateException("cannot release the data directory", alreadyGone);
    }
  }
}
