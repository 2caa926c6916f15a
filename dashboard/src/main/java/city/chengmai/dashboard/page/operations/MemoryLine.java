package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.SelfQueries.MemoryRow;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;

/**
 * Memory of a process.
 *
 * @param name which process, and whose count it is
 * @param used what it holds now
 * @param most what it may hold, or the machine has; a dash where nobody tells
 * @param up how long it has been running
 */
public record MemoryLine(String name, String used, String most, String up) {

  static MemoryLine ofThisProcess(Figures figures) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    long up = ManagementFactory.getRuntimeMXBean().getUptime();
    return new MemoryLine(
        figures.messages().text("operations.this"),
        Bytes.shown(heap.getUsed(), figures),
        heap.getMax() < 0 ? Figures.NONE : Bytes.shown(heap.getMax(), figures),
        figures.duration(Duration.ofMillis(up)));
  }

  static MemoryLine of(MemoryRow row, Figures figures) {
    boolean counted = row.resident() == null;
    return new MemoryLine(
        figures
            .messages()
            .text(counted ? "operations.clickhouse-counted" : "operations.clickhouse"),
        Bytes.shown(counted ? row.tracked() : row.resident(), figures),
        Bytes.shown(row.machine(), figures),
        figures.duration(Duration.ofSeconds(row.uptimeSeconds())));
  }
}
