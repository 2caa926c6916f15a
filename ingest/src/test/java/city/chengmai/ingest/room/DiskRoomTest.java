package city.chengmai.ingest.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiskRoomTest {

  private static final long MEGABYTE = 1 << 20;
  private static final long UNKNOWN = -1;

  private final AtomicLong free = new AtomicLong();
  private final List<Boolean> told = new ArrayList<>();
  private final DiskRoom room = new DiskRoom(this::ask, () -> 100 * MEGABYTE, () -> {});

  @Test
  void itStopsBelowTheReserveAndGoesOnATenthAboveIt() {
    room.onChange(told::add);
    look(100);
    assertThat(room.full()).isFalse();
    look(99);
    assertThat(room.full()).isTrue();
    assertThat(room.health().state()).isEqualTo(Health.State.DEGRADED);
    assertThat(room.health().arguments()).containsExactly("99", "100");
    look(109);
    assertThat(room.full()).isTrue();
    look(110);
    assertThat(room.full()).isFalse();
    assertThat(room.health()).isEqualTo(Health.UP);
    assertThat(told).containsExactly(false, true, false);
  }

  @Test
  void whatWasLastKnownCountsWhileTheDisksCannotBeAsked() {
    look(1);
    free.set(UNKNOWN);
    assertThatThrownBy(room::look).hasMessage("away");
    assertThat(room.full()).isTrue();
    look(200);
    assertThat(room.full()).isFalse();
  }

  private long ask() {
    if (free.get() == UNKNOWN) {
      throw new IllegalStateException("away");
    }
    return free.get();
  }

  private void look(long megabytes) {
    free.set(megabytes * MEGABYTE);
    room.look();
  }
}
