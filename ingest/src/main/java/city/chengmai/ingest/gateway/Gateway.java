package city.chengmai.ingest.gateway;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.gateway.event.EventsRoute;
import city.chengmai.ingest.gateway.http.GatewayServer;
import city.chengmai.ingest.gateway.http.Route;
import city.chengmai.ingest.gateway.http.Routes;
import city.chengmai.ingest.gateway.key.Credentials;
import city.chengmai.ingest.gateway.key.KeyFile;
import city.chengmai.ingest.gateway.key.KeyRing;
import city.chengmai.ingest.gateway.publish.EventPublisher;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The gateway of one city, running in this process. */
public final class Gateway implements AutoCloseable {

  private static final Duration KEY_CHECK = Duration.ofSeconds(1);
  private static final Duration STALL_WINDOW = Duration.ofSeconds(30);

  private final KeyRing keys;
  private final EventPublisher publisher;
  private final GatewayServer server;

  private Gateway(KeyRing keys, EventPublisher publisher, GatewayServer server) {
    this.keys = keys;
    this.publisher = publisher;
    this.server = server;
  }

  /** Starts it; the key file is made when it is missing. */
  public static Gateway start(Settings settings, KeyFile keyFile, MeterRegistry registry) {
    keyFile.makeIfMissing();
    KeyRing keys = KeyRing.watch(keyFile, KEY_CHECK);
    String host = settings.get(GatewaySettings.HOST);
    requireKeysOutside(host, keys, keyFile);
    GatewayMetrics metrics = new GatewayMetrics(registry);
    EventPublisher publisher =
        new EventPublisher(
            settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS),
            Duration.ofSeconds(settings.get(GatewaySettings.ACKNOWLEDGE_SECONDS)),
            metrics);
    Map<String, Route> routes = new LinkedHashMap<>();
    routes.put(
        "/events", new EventsRoute(new Credentials(keys), new EventSchemas(), publisher, metrics));
    GatewayServer server =
        new GatewayServer(
            host, settings.get(GatewaySettings.PORT), new Routes(routes), STALL_WINDOW);
    Gateway gateway = new Gateway(keys, publisher, server);
    gateway.listen();
    return gateway;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** How many sources have a key. */
  public int sources() {
    return keys.size();
  }

  /** Degraded while Kafka does not acknowledge, or while the key file is broken. */
  public Health health() {
    Health kafka = publisher.health();
    return kafka.reason().isEmpty() ? keys.health() : kafka;
  }

  /** Takes no new requests, waits for those under way, then for what they sent. */
  @Override
  public void close() {
    server.stop();
    publisher.close();
    keys.close();
  }

  private void listen() {
    try {
      server.start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void requireKeysOutside(String host, KeyRing keys, KeyFile file) {
    try {
      if (keys.size() == 0 && !InetAddress.getByName(host).isLoopbackAddress()) {
        throw new StoreException(
            ErrorCategory.BAD_CONFIGURATION,
            "the gateway does not listen on "
                + host
                + " while no source has a key: make one with \"ingest gateway-key SOURCE --add\""
                + " (file "
                + file.path()
                + "), or keep "
                + GatewaySettings.HOST.key()
                + " on 127.0.0.1");
      }
    } catch (UnknownHostException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          GatewaySettings.HOST.key() + ": no address has the name \"" + host + "\"",
          e);
    }
  }
}
