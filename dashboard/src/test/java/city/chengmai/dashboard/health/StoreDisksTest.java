package city.chengmai.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.query.SelfQueries;
import city.chengmai.dashboard.query.SelfQueries.DiskRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreDisksTest {

  private static final long GIGABYTE = 1_000_000_000L;

  private final ClickHouseClient client =
      new ClickHouseClient(
          SharedSettings.reader(
              new Settings(Map.of(), Map.of("CLICKHOUSE_READER_PASSWORD", "none"))));
  private final StoreDisks disks =
      new StoreDisks(new SelfQueries(new Store(client)), AlertRules.bundled().rule(OwnAlerts.DISK));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void ofALargeDiskATenthIsMuchAndOfASmallOneManyBytesAreAll() {
    assertThat(code(disk(400, 10_000))).isEmpty();
    assertThat(code(disk(30, 100))).isEmpty();
    assertThat(code(disk(49, 1_000))).isEqualTo("disk-short");
    assertThat(code(disk(9, 100))).isEqualTo("disk-short");
    assertThat(code(disk(4, 1_000))).isEqualTo("disk-nearly-full");
    assertThat(code(disk(2, 20))).isEmpty();
  }

  @Test
  void theWorstDiskIsToldOf() {
    Told told = disks.told(List.of(disk(900, 1_000), disk(20, 1_000), disk(500, 1_000)));
    assertThat(told.figures()).containsEntry("free", 20 * GIGABYTE);
    assertThat(told.health().reason()).contains("2.0 %").contains("20.0 GB");
    assertThat(disks.told(List.of()).health()).isEqualTo(Health.UP);
  }

  @Test
  void aShortDiskIsToldOfBesideALargerOneOfWhichLessIsFree() {
    DiskRow archive = disk(1_600, 20_000);
    DiskRow small = disk(18, 200);
    for (List<DiskRow> order : List.of(List.of(archive, small), List.of(small, archive))) {
      Told told = disks.told(order);
      assertThat(told.health().code()).isEqualTo("disk-short");
      assertThat(told.figures()).containsEntry("total", 200 * GIGABYTE);
    }
    Told full = disks.told(List.of(disk(4, 150), disk(6, 1_000)));
    assertThat(full.health().code()).as("nearly full before short").isEqualTo("disk-nearly-full");
  }

  private String code(DiskRow disk) {
    return disks.told(List.of(disk)).health().code();
  }

  private static DiskRow disk(long freeGigabytes, long totalGigabytes) {
    return new DiskRow("default", "/", freeGigabytes * GIGABYTE, totalGigabytes * GIGABYTE);
  }
}
