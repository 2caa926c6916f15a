package city.chengmai.dashboard.health;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.health.HealthDocument;
import city.chengmai.datasets.health.PartState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What another service says of itself now, asked over HTTP: it still answers when ClickHouse, where
 * everything else on the pages comes from, does not. Blocks for two seconds at most. Thread-safe.
 */
public final class ServiceHealth {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  /** Asks at this address, the service's {@code /health}. */
  public ServiceHealth(String address) {
    this.address = URI.create(address);
  }

  /** How each part is; empty when the service does not answer. */
  public List<PartState> parts() {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      return HealthDocument.read(whole(http.sendAsync(request, BodyHandlers.ofString())).body());
    } catch (IllegalArgumentException | ExecutionException | TimeoutException silent) {
      return List.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** The time of a request ends with its head; a body that stands still would be waited for. */
  private static <T> T whole(CompletableFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  /** Where it is asked, without the path, by the name of the machine. */
  public String place() {
    return Place.of(address);
  }

  /** What a service's parts come to for us, who can do without it for a while: never down. */
  public Health judged(List<PartState> parts) {
    return HealthDocument.worst(parts)
        .map(ServiceHealth::judged)
        .orElseGet(
            () ->
                Health.degraded("nothing answers at " + address)
                    .because("service-silent", address.getAuthority()));
  }

  private static Health judged(PartState worst) {
    if (worst.health().state() == State.UP) {
      return Health.UP;
    }
    // A large city's first run takes its time.
    if (!worst.health().disturbed()) {
      return worst.health();
    }
    String code =
        worst.health().state() == State.DOWN ? "service-part-down" : "service-part-degraded";
    return Health.degraded(worst.part() + ": " + worst.health().reason())
        .because(code, worst.part());
  }
}
