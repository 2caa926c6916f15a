package city.chengmai.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ChartCacheTest {
  private final ChartCache cache = new ChartCache(2);

  @Test
  void drawsOnceForAllWhoAskAtOnce() {
    AtomicInteger drawn = new AtomicInteger();
    CountDownLatch asked = new CountDownLatch(1);
    var slow =
        CompletableFuture.supplyAsync(
            () ->
                cache.get(
                    "a",
                    () -> {
                      asked.countDown();
                      drawn.incrementAndGet();
                      return "<svg/>";
                    }));
    var second =
        CompletableFuture.supplyAsync(
            () -> {
              awaitQuietly(asked);
              return cache.get("a", () -> "<svg>" + drawn.incrementAndGet() + "</svg>");
            });
    assertThat(second.join()).isSameAs(slow.join());
    assertThat(drawn).hasValue(1);
  }

  @Test
  void findsByHashAndUnpacksToTheSame() throws IOException {
    Drawing drawing = cache.get("a", () -> "<svg>城脉</svg>");
    assertThat(cache.byHash(drawing.hash())).containsSame(drawing);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(drawing.gzip()))) {
      assertThat(in.readAllBytes()).isEqualTo(drawing.bytes());
    }
  }

  @Test
  void dropsWhatWasUnusedForLongest() {
    String first = cache.get("a", () -> "1").hash();
    cache.get("b", () -> "2");
    cache.get("c", () -> "3");
    assertThat(cache.byHash(first)).isEmpty();
  }

  @Test
  void triesAgainAfterAFailure() {
    assertThatThrownBy(
            () ->
                cache.get(
                    "a",
                    () -> {
                      throw new IllegalArgumentException("bad data");
                    }))
        .hasMessage("bad data");
    assertThat(cache.get("a", () -> "<svg/>").svg()).isEqualTo("<svg/>");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
