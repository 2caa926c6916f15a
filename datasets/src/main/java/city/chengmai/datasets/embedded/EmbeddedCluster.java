package city.chengmai.datasets.embedded;

import city.chengmai.datasets.clickhouse.ClickHouseEndpoint;
import city.chengmai.datasets.schema.SchemaMigrator;
import city.chengmai.datasets.settings.SharedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several embedded engines on loopback as shards of one cluster, with the same users: to try what
 * separate servers do. Any of them answers for all; here the first is asked.
 */
public final class EmbeddedCluster implements AutoCloseable {
  /** Name of the cluster. */
  public static final String NAME = "chengmai";

  private static final int SECRET_BYTES = 24;

  private final List<EmbeddedClickHouse> shards = new ArrayList<>();

  private EmbeddedCluster() {}

  /** Starts as many shards in directories of their own below this one, without tables. */
  public static EmbeddedCluster start(Path directory, int shards) {
    Path library = ClickHouseLibrary.ofUser().install();
    List<EnginePorts> ports = Stream.generate(EnginePorts::free).limit(shards).toList();
    String servers = servers(ports);
    EmbeddedCluster cluster = new EmbeddedCluster();
    try {
      for (int shard = 1; shard <= shards; shard++) {
        Path own = directory.resolve("shard-" + shard);
        EngineCredentials.share(PrivateFiles.directory(directory), own);
        cluster.shards.add(
            EmbeddedClickHouse.start(
                own, ports.get(shard - 1), EngineListener.SILENT, library, servers));
      }
      return cluster;
    } catch (IOException unusable) {
      cluster.close();
      throw new UncheckedIOException("cannot prepare shards in " + directory, unusable);
    } catch (RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  /** Applies the migrations to every shard. */
  public EmbeddedCluster migrate() {
    List<ClickHouseEndpoint> servers = shards.stream().map(EmbeddedClickHouse::admin).toList();
    new SchemaMigrator(servers, NAME).migrate();
    return this;
  }

  /** A shard, from 1. */
  public EmbeddedClickHouse shard(int number) {
    return shards.get(number - 1);
  }

  /** The environment that points a service at this cluster, passwords included. */
  public Map<String, String> environment() {
    Map<String, String> environment = shard(1).environment();
    environment.put(
        SharedSettings.CLICKHOUSE_SERVERS.environment(),
        shards.stream()
            .map(shard -> shard.admin().url().toString())
            .collect(Collectors.joining(",")));
    environment.put(SharedSettings.CLICKHOUSE_CLUSTER.environment(), NAME);
    return environment;
  }

  @Override
  public void close() {
    shards.forEach(EmbeddedClickHouse::close);
  }

  // With a secret a shard asks another as the user that asks it, within that user's rights.
  private static String servers(List<EnginePorts> ports) {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return ports.stream()
        .map(
            one ->
                "<shard><internal_replication>true</internal_replication><replica>"
                    + "<host>127.0.0.1</host><port>"
                    + one.tcp()
                    + "</port></replica></shard>")
        .collect(
            Collectors.joining(
                "",
                "<remote_servers><"
                    + NAME
                    + "><secret>"
                    + HexFormat.of().formatHex(secret)
                    + "</secret>",
                "</" + NAME + "></remote_servers>"));
  }
}
