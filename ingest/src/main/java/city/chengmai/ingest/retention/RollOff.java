package city.chengmai.ingest.retention;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.schema.RollOffTable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets old rows go, once an hour. */
public final class RollOff implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RollOff.class);
  private static final int FIRST_MINUTES = 1;
  private static final int INTERVAL_MINUTES = 60;

  private static final String PLAN =
      "INSERT INTO roll_offs (table_name, rolled_at, before, keep_days, rows, first_at, last_at, state,"
          + " version) SELECT {table:String}, {now:DateTime64(3, 'UTC')}, %2$s, {days:UInt32},"
          + " count() AS n, min(%3$s), max(%3$s), 'planned', 1 FROM %1$s WHERE %3$s < %2$s"
          + " HAVING n > 0";
  // Inner, because the new state would stand for the old one in the condition.
  private static final String DONE =
      "INSERT INTO roll_offs SELECT * REPLACE ('done' AS state, 2 AS version) FROM (SELECT * FROM"
          + " roll_offs FINAL WHERE state = 'planned' AND table_name = {table:String})";

  private final ClickHouseClient writer;
  private final KeepDays keep;
  private final InstantSource cityClock;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(RollOff::daemon);

  /**
   * Roll-offs that have not begun.
   *
   * @param writer the store; the caller closes it
   * @param keep for how long which rows stay
   * @param cityClock time of the city, by which readings are old
   * @param clock real time, by which all else is
   */
  public RollOff(
      ClickHouseClient writer, KeepDays keep, InstantSource cityClock, InstantSource clock) {
    this.writer = writer;
    this.keep = keep;
    this.cityClock = cityClock;
    this.clock = clock;
  }

  /** Goes on by itself from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // it ends with the timer, and catches what it meets
  public void start() {
    timer.scheduleWithFixedDelay(this::attempt, FIRST_MINUTES, INTERVAL_MINUTES, TimeUnit.MINUTES);
  }

  /** Lets go what is old now, table by table. */
  void pass() {
    for (Map.Entry<RollOffTable, Integer> entry : keep.days().entrySet()) {
      RollOffTable table = entry.getKey();
      finish(table);
      plan(table, entry.getValue());
      finish(table);
    }
  }

  private void plan(RollOffTable table, int days) {
    String sql =
        PLAN.formatted(table.table().tableName(), literal(before(table, days)), table.moment());
    writer.execute(
        ClickHouseQuery.of(sql)
            .with("table", table.table().tableName())
            .with("now", clock.instant())
            .with("days", days));
  }

  /** What is planned, now or by a predecessor that was killed. */
  private void finish(RollOffTable table) {
    String name = table.table().tableName();
    List<ObjectNode> planned =
        writer.rows(
            ClickHouseQuery.of(
                    "SELECT toString(toUnixTimestamp(max(before))) AS before, toString(sum(rows)) AS"
                        + " rows, count() AS plans FROM roll_offs FINAL WHERE state = 'planned' AND"
                        + " table_name = {table:String}")
                .with("table", name));
    if (planned.get(0).get("plans").asLong() == 0) {
      return;
    }
    Instant before = Instant.ofEpochSecond(planned.get(0).get("before").asLong());
    if (table.monthly()) {
      dropMonths(name, before);
    } else {
      writer.execute(
          "ALTER TABLE "
              + name
              + " DELETE WHERE "
              + table.moment()
              + " < "
              + literal(before)
              + " SETTINGS mutations_sync = 2");
    }
    writer.execute(ClickHouseQuery.of(DONE).with("table", name));
    LOG.info(
        "{} rows of {} before {} rolled off", planned.get(0).get("rows").asText(), name, before);
  }

  private void dropMonths(String table, Instant before) {
    LocalDate first = before.atZone(ZoneOffset.UTC).toLocalDate();
    ClickHouseQuery old =
        ClickHouseQuery.of(
                "SELECT DISTINCT partition FROM system.parts WHERE database = currentDatabase() AND"
                    + " table = {table:String} AND active AND toUInt32(partition) < {month:UInt32}")
            .with("table", table)
            .with("month", first.getYear() * 100 + first.getMonthValue());
    for (ObjectNode row : writer.rows(old)) {
      long month = Long.parseLong(row.get("partition").asText());
      writer.execute("ALTER TABLE " + table + " DROP PARTITION " + month);
    }
  }

  /** The first moment that stays: a day of UTC, or the month that it lies in. */
  private Instant before(RollOffTable table, int days) {
    InstantSource age = table.monthly() ? cityClock : clock;
    LocalDate day = age.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(days);
    LocalDate first = table.monthly() ? day.withDayOfMonth(1) : day;
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static String literal(Instant moment) {
    return "fromUnixTimestamp64Milli(toInt64(" + moment.toEpochMilli() + "), 'UTC')";
  }

  private void attempt() {
    try {
      pass();
    } catch (StoreException notNow) {
      LOG.warn("old rows roll off later: {}", notNow.getMessage());
    } catch (RuntimeException defect) {
      LOG.error("old rows could not roll off", defect);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "roll-off");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
