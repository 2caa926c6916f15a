package city.chengmai.dashboard.access;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was done, in the order in which it came. Never blocks whoever tells it; a thread of
 * its own writes, and while the store is away it tries again, so that an outage loses nothing
 * unless the process ends within it. Each entry also goes to the log of the process. Thread-safe;
 * close it at the end.
 */
public final class AuditLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final int MOST_WAITING = 50_000;
  private static final int MOST_AT_ONCE = 500;
  private static final long PAUSE_MILLIS = 500;
  private static final long AGAIN_MILLIS = 2_000;

  private final TableWriter writer;
  private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "dashboard-audit");

  /** A log over this writer. */
  public AuditLog(TableWriter writer) {
    this.writer = requireNonNull(writer, "writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes an entry. */
  public void add(AuditEntry entry) {
    LOG.info(
        "{} {} by {} ({}) from {}: {}",
        entry.kind().wireName(),
        entry.done() ? "done" : "refused",
        plain(entry.account()),
        entry.role(),
        entry.address(),
        plain(entry.target()));
    if (!waiting.offer(entry)) {
      LOG.error("audit entry {} is in this log only: {} wait for the store", entry, MOST_WAITING);
    }
  }

  /** What was typed must not make lines of its own in the log. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private void work() {
    List<AuditEntry> batch = new ArrayList<>();
    while (!isClosing(PAUSE_MILLIS) || !waiting.isEmpty()) {
      waiting.drainTo(batch, MOST_AT_ONCE);
      while (!batch.isEmpty() && !write(batch)) {
        if (isClosing(AGAIN_MILLIS)) {
          return;
        }
      }
      batch.clear();
    }
  }

  private boolean write(List<AuditEntry> batch) {
    try {
      writer.insert("audit_log", batch.stream().map(AuditLog::row).toList());
      return true;
    } catch (StoreException e) {
      LOG.warn("{} audit entries wait: {}", batch.size() + waiting.size(), e.getMessage());
      return false;
    }
  }

  private boolean isClosing(long waitMillis) {
    try {
      return closing.await(waitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      return true;
    }
  }

  private static Map<String, Object> row(AuditEntry entry) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("happened_at", entry.at());
    row.put("entry_id", entry.id());
    row.put("account", entry.account());
    row.put("role", entry.role());
    row.put("address", entry.address());
    row.put("kind", entry.kind().wireName());
    row.put("outcome", entry.done() ? "done" : "refused");
    row.put("target", entry.target());
    row.put("detail", entry.detail());
    return row;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
