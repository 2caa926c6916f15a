package city.chengmai.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A city clock that a test moves. */
public final class TestClock implements InstantSource {

  private volatile Instant now;

  public TestClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant moment) {
    now = moment;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
