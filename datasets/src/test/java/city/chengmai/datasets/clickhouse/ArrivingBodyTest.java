package city.chengmai.datasets.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class ArrivingBodyTest {
  private static final class Source implements Subscription {
    private long requested;
    private boolean cancelled;

    @Override
    public void request(long portions) {
      requested += portions;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private final Source source = new Source();
  private final ArrivingBody body = new ArrivingBody(Duration.ofMillis(50));

  ArrivingBodyTest() {
    body.onSubscribe(source);
  }

  private static List<ByteBuffer> text(String text) {
    return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), ByteBuffer.allocate(0));
  }

  @Test
  void handsOutWhatArrivedBeforeTheConnectionBroke() throws IOException {
    body.onNext(text("rows "));
    body.onNext(text("and the reason"));
    body.onError(new IOException("reset"));
    assertThat(new String(body.readNBytes(19), StandardCharsets.UTF_8))
        .isEqualTo("rows and the reason");
    assertThatThrownBy(body::read).isInstanceOf(IOException.class).hasMessageContaining("reset");
    assertThatThrownBy(body::read).hasMessageContaining("reset");
  }

  @Test
  void endsWhereTheServerEnds() throws IOException {
    body.onNext(text("城"));
    body.onComplete();
    assertThat(body.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("城");
    assertThat(body.read()).isEqualTo(-1);
    body.close();
    assertThat(source.cancelled).isFalse();
  }

  @Test
  void asksForOnePortionMoreForEachItTook() throws IOException {
    long ahead = source.requested;
    body.onNext(text("a"));
    body.onNext(text("b"));
    assertThat(body.read()).isEqualTo('a');
    assertThat(source.requested).isEqualTo(ahead + 1);
  }

  @Test
  void breaksOffWhenNothingComes() {
    body.onNext(text("a"));
    assertThatThrownBy(body::readAllBytes).hasMessageContaining("no byte came");
    assertThat(source.cancelled).isTrue();
  }

  @Test
  void closedEarlyDropsTheConnection() {
    body.onNext(text("a"));
    body.close();
    assertThat(source.cancelled).isTrue();
    assertThatThrownBy(body::read).hasMessageContaining("closed");
  }
}
