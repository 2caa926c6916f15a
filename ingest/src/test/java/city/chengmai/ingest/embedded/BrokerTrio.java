package city.chengmai.ingest.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three brokers as one quorum, each a child process that can be killed and brought back. */
public final class BrokerTrio implements AutoCloseable {

  private static final int BROKERS = 3;

  private final Path directory;
  private final List<int[]> ports = new ArrayList<>();
  private final ChildBroker[] brokers = new ChildBroker[BROKERS];

  private BrokerTrio(Path directory) throws IOException {
    this.directory = directory;
    for (int i = 0; i < BROKERS; i++) {
      ports.add(ChildBroker.freePorts());
    }
  }

  /** Starts all three; returns when each has taken a record and given it back. */
  public static BrokerTrio start(Path directory) throws IOException {
    BrokerTrio trio = new BrokerTrio(directory);
    // Together: none of them is ready before most of them vote.
    List<CompletableFuture<Void>> starts =
        IntStream.rangeClosed(1, BROKERS)
            .mapToObj(node -> CompletableFuture.runAsync(() -> trio.bringBack(node)))
            .toList();
    try {
      starts.forEach(CompletableFuture::join);
      return trio;
    } catch (RuntimeException failed) {
      trio.close();
      throw failed;
    }
  }

  /** How clients reach them; any of the three may be away. */
  public Map<String, Object> client() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }

  /** Addresses of all three. */
  public String bootstrapServers() {
    return ports.stream().map(pair -> "127.0.0.1:" + pair[0]).collect(Collectors.joining(","));
  }

  /** SIGKILL. */
  public void kill(int node) {
    brokers[node - 1].kill();
  }

  /** Starts the broker of this number on its directory; returns when it works. */
  public void bringBack(int node) {
    String voters =
        IntStream.rangeClosed(1, BROKERS)
            .mapToObj(voter -> voter + "=" + ports.get(voter - 1)[1])
            .collect(Collectors.joining(","));
    List<String> quorum = List.of("--node", Integer.toString(node), "--voters", voters);
    try {
      brokers[node - 1] =
          ChildBroker.startOneOf(
              directory.resolve("kafka-" + node), ports.get(node - 1)[0], quorum);
    } catch (IOException e) {
      throw new UncheckedIOException("starting broker " + node, e);
    }
  }

  @Override
  public void close() {
    // At once: the last of them, alone, would wait for a majority to hand over to.
    for (ChildBroker broker : brokers) {
      if (broker != null) {
        broker.kill();
      }
    }
  }
}
