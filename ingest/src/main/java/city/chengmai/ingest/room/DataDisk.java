package city.chengmai.ingest.room;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.Health;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The disk that a directory lies on: the topology keeps its state there. Thread-safe. */
public final class DataDisk {

  private static final int MEGABYTE_SHIFT = 20;

  private final Path directory;
  private final LongSupplier reserve;

  /**
   * The disk of a directory, which may not be there yet.
   *
   * @param reserve bytes that should stay free
   */
  public DataDisk(Path directory, LongSupplier reserve) {
    this.directory = requireNonNull(directory, "directory").toAbsolutePath().normalize();
    this.reserve = requireNonNull(reserve, "reserve");
  }

  /** What a disk has, in bytes. */
  public record Room(long free, long total) {}

  /** How much there is; empty when the system does not tell. */
  public Optional<Room> room() {
    try {
      FileStore store = Files.getFileStore(existing());
      return Optional.of(new Room(store.getUsableSpace(), store.getTotalSpace()));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  /** Degraded while less than the reserve is free. */
  public Health health() {
    long kept = reserve.getAsLong();
    return room()
        .filter(room -> room.free() < kept)
        .map(room -> isShort(room.free() >> MEGABYTE_SHIFT, kept >> MEGABYTE_SHIFT))
        .orElse(Health.UP);
  }

  private static Health isShort(long left, long kept) {
    return Health.degraded(
            "the disk of ingest's data has %d MB left, less than %d MB".formatted(left, kept))
        .because("data-disk-short", left, kept);
  }

  private Path existing() {
    Path path = directory;
    while (path.getParent() != null && !Files.exists(path)) {
      path = path.getParent();
    }
    return path;
  }
}
