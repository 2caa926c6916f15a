package city.chengmai.ingest.gateway;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import city.chengmai.ingest.gateway.event.EventsRoute;
import city.chengmai.ingest.gateway.http.GatewayServer;
import city.chengmai.ingest.gateway.http.ReadGate;
import city.chengmai.ingest.gateway.http.Route;
import city.chengmai.ingest.gateway.http.Routes;
import city.chengmai.ingest.gateway.key.Credentials;
import city.chengmai.ingest.gateway.key.KeyFile;
import city.chengmai.ingest.gateway.key.KeyRing;
import city.chengmai.ingest.gateway.open311.Open311Route;
import city.chengmai.ingest.gateway.open311.Sending;
import city.chengmai.ingest.gateway.open311.ServedCity;
import city.chengmai.ingest.gateway.publish.EventPublisher;
import city.chengmai.ingest.gateway.publish.GatewayMetrics;
import city.chengmai.ingest.room.DiskRoom;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;

/** The gateway of one city, running in this process. */
public final class Gateway implements AutoCloseable {

  private static final Duration KEY_CHECK = Duration.ofSeconds(1);
  private static final Duration STALL_WINDOW = Duration.ofSeconds(30);

  private final KeyRing keys;
  private final ClickHouseClient reader;
  private final EventPublisher publisher;
  private final GatewayServer server;

  private Gateway(
      Settings settings, ServedCity city, KeyRing keys, MeterRegistry registry, DiskRoom room) {
    this.keys = keys;
    this.reader = new ClickHouseClient(SharedSettings.reader(settings));
    GatewayMetrics metrics = new GatewayMetrics(registry);
    this.publisher =
        new EventPublisher(
            settings.get(SharedSettings.KAFKA_BOOTSTRAP_SERVERS),
            Duration.ofSeconds(settings.get(GatewaySettings.ACKNOWLEDGE_SECONDS)),
            room,
            metrics);
    Sending sending = new Sending(keys, new EventSchemas(), publisher, metrics);
    Route events = new EventsRoute(new Credentials(keys), sending.schemas(), publisher, metrics);
    ReadGate reads = new ReadGate(settings.get(GatewaySettings.READS_PER_MINUTE));
    String url = settings.get(GatewaySettings.URL);
    Route open311 = new Open311Route(city, reader, reads, sending, url);
    this.server =
        new GatewayServer(
            settings.get(GatewaySettings.HOST),
            settings.get(GatewaySettings.PORT),
            new Routes(Map.of("/events", events, "/open311", open311)),
            STALL_WINDOW);
  }

  /**
   * Starts it; the key file is made when it is missing.
   *
   * @param room nothing is accepted while there is none; the caller closes it
   */
  public static Gateway start(
      Settings settings, ServedCity city, KeyFile keyFile, MeterRegistry registry, DiskRoom room) {
    keyFile.makeIfMissing();
    KeyRing keys = KeyRing.watch(keyFile, KEY_CHECK);
    requireKeysOutside(settings.get(GatewaySettings.HOST), keys, keyFile);
    Gateway gateway = new Gateway(settings, city, keys, registry, room);
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
    reader.close();
    keys.close();
  }

  private void listen() {
    try {
      publisher.warmUp();
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
