package city.chengmai.dashboard.page.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.query.AccessQueries.UsageRow;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditRoutesTest {

  /** A defect of ours is no missing figure. */
  @Test
  void theAuditLogIsShownWhereWhoUsedWhatTakesTooLong() {
    List<UsageRow> rows = List.of(new UsageRow("cases", "admin", 1, 1, Instant.EPOCH));
    assertThat(AuditRoutes.told(() -> rows)).contains(rows);
    assertThat(
            AuditRoutes.told(
                () -> {
                  throw StoreException.ofClickHouse(159, "took longer than 20 seconds");
                }))
        .isEmpty();
    assertThatThrownBy(
            () ->
                AuditRoutes.told(
                    () -> {
                      throw new IllegalStateException("ours");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }
}
