package city.chengmai.dashboard.page.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void asManyAreTakenAsThereArePlacesHoweverFastTheyCome() {
    for (int round = 0; round < 200; round++) {
      CountDownLatch held = new CountDownLatch(1);
      try (Turns turns = new Turns(2, 4)) {
        for (int i = 0; i < 6; i++) {
          assertThat(turns.take(() -> waited(held))).isTrue();
        }
        assertThat(turns.take(() -> waited(held))).isFalse();
        held.countDown();
      }
    }
  }

  @Test
  void whoeverLearnsOfTheEndFindsThePlaceFree() {
    try (Turns turns = new Turns(1, 0)) {
      for (int i = 0; i < 200; i++) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        assertThat(turns.take(() -> () -> ended.complete(null))).isTrue();
        ended.join();
      }
    }
  }

  @Test
  void workThatFailsGivesItsPlaceBack() throws InterruptedException {
    try (Turns turns = new Turns(1, 0)) {
      turns.take(
          () -> {
            throw new IllegalStateException("broken on purpose");
          });
      CompletableFuture<Void> ended = new CompletableFuture<>();
      while (!turns.take(() -> () -> ended.complete(null))) {
        Thread.sleep(1);
      }
      ended.join();
    }
  }

  private static Runnable waited(CountDownLatch held) {
    try {
      held.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return () -> {};
  }
}
