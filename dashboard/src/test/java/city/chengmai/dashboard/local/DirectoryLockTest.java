package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

  @TempDir Path directory;

  @Test
  void aSecondStartSaysWhoHoldsTheDirectory() {
    try (DirectoryLock first = DirectoryLock.take(directory, "process 42, port 7400")) {
      assertThatThrownBy(() -> DirectoryLock.take(directory, "process 43, port 7500"))
          .isInstanceOf(DirectoryInUseException.class)
          .hasMessageContaining("is in use by process 42, port 7400");
      assertThat(first).isNotNull();
    }
    DirectoryLock.take(directory, "process 43, port 7500").close();
  }
}
