package city.chengmai.dashboard.notify;

import city.chengmai.datasets.clickhouse.StoreException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of one try of a delivery.
 *
 * @param answer for the log
 * @param heard false when the other side did not take it, so that others need not be tried now
 */
record Attempt(Sender.Answer answer, boolean heard) {

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  /**
   * Words a message and sends it. One that cannot be worded is a try that failed: it must not keep
   * back those behind it.
   *
   * @throws StoreException when the store may answer later
   */
  static Attempt of(
      Delivery delivery, Supplier<Message> worded, Function<Message, Sender.Answer> sender) {
    Message message;
    try {
      message = worded.get();
    } catch (RuntimeException e) {
      if (e instanceof StoreException store && store.retryable()) {
        throw e;
      }
      return new Attempt(fault(delivery, "could not be worded", e), true);
    }
    try {
      Sender.Answer answer = sender.apply(message);
      return new Attempt(answer, answer.accepted());
    } catch (RuntimeException e) {
      return new Attempt(fault(delivery, "could not be sent", e), false);
    }
  }

  // What the fault says in words may hold what nobody else is to read: it stays in our own log.
  private static Sender.Answer fault(Delivery delivery, String what, RuntimeException e) {
    LOG.warn("delivery {} {}: {}", delivery.id(), what, e.getMessage(), e);
    return new Sender.Answer(false, what + ": " + e.getClass().getSimpleName());
  }
}
