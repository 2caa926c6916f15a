package city.chengmai.ingest.gateway.http;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;

/**
 * One resource of the gateway. May hold the calling thread for a question to a store, never for the
 * client or for Kafka.
 */
public interface Route {

  /**
   * The answer, now or later.
   *
   * @throws RequestRefused when it is refused at once; the future may fail with it as well
   */
  CompletableFuture<Answer> answer(Request request);

  /** How a refusal is said here. */
  Answer refusal(Request request, RequestRefused refused);
}
