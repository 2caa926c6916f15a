package city.chengmai.ingest.gateway.http;

import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/**
 * Holds readers without a key to a rate by their address; of IPv6 by the first 64 bits, which is
 * what one household gets. Thread-safe.
 */
public final class ReadGate {

  /** Addresses that are remembered; the one that was quiet for longest is forgotten first. */
  private static final int MOST = 10_000;

  private static final int NETWORK_BYTES = 8;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int readsPerMinute;
  private final Map<ByteBuffer, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Bucket> eldest) {
          return size() > MOST;
        }
      };

  /** A gate of this rate, all of which may come at once; 0 lets everything through. */
  public ReadGate(int readsPerMinute) {
    this.readsPerMinute = readsPerMinute;
  }

  /**
   * Takes one out of the rate of whoever asks.
   *
   * @throws RequestRefused (429) when nothing is left
   */
  public void require(Request request) {
    if (readsPerMinute == 0
        || !(request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress address)) {
      return;
    }
    var probe = bucket(network(address)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new RequestRefused(
              429,
              "rate-limited",
              "more than "
                  + readsPerMinute
                  + " requests a minute came from your address; wait a little, or ask with an"
                  + " api_key")
          .retryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private synchronized Bucket bucket(ByteBuffer network) {
    return buckets.computeIfAbsent(
        network,
        fresh ->
            Bucket.builder()
                .addLimit(
                    limit -> limit.capacity(readsPerMinute).refillGreedy(readsPerMinute, MINUTE))
                .build());
  }

  private static ByteBuffer network(InetSocketAddress address) {
    byte[] bytes = address.getAddress().getAddress();
    boolean wide = address.getAddress() instanceof Inet6Address;
    return ByteBuffer.wrap(wide ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
